package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a PLY file, one after the other, however they are stored. */
interface PlyNumbers {

  /**
   * The next number.
   *
   * @throws UnreadableExampleException if there is none
   */
  double next(PlyType type) throws UnreadableExampleException;

  /**
   * Makes sure that a text ends after its last number: one too many in a row moves all that follow.
   * What follows binary numbers is skipped.
   *
   * @throws UnreadableExampleException if it goes on
   */
  void end() throws UnreadableExampleException;

  /** Bytes that are left. */
  int remaining();

  /** Fewest bytes of a number. */
  int bytes(PlyType type);

  /** The numbers after a header. */
  static PlyNumbers of(FileBytes file, PlyHeader header) {
    return switch (header.encoding()) {
      case ASCII -> new Text(file, header);
      case LITTLE_ENDIAN -> new Binary(file, header, ByteOrder.LITTLE_ENDIAN);
      case BIG_ENDIAN -> new Binary(file, header, ByteOrder.BIG_ENDIAN);
    };
  }

  /** Words of a text. */
  final class Text implements PlyNumbers {
    private final TextScanner text;

    Text(FileBytes file, PlyHeader header) {
      this.text = new TextScanner(file, header.offset(), header.lines(), false);
    }

    @Override
    public double next(PlyType type) throws UnreadableExampleException {
      double number = text.numberOnAnyLine();
      // as exact as in binary files, so that every form of a mesh is the same one
      return type == PlyType.FLOAT32 ? (float) number : number;
    }

    @Override
    public void end() throws UnreadableExampleException {
      do {
        if (text.hasWord()) {
          throw text.refused("more numbers than the elements of its header have");
        }
      } while (text.nextLine());
    }

    @Override
    public int remaining() {
      return text.remaining();
    }

    /** A digit; what separates it may be missing after the last one only. */
    @Override
    public int bytes(PlyType type) {
      return 1;
    }
  }

  /** Bytes of either order. */
  final class Binary implements PlyNumbers {
    private final FileBytes file;
    private final ByteBuffer bytes;

    Binary(FileBytes file, PlyHeader header, ByteOrder order) {
      this.file = file;
      this.bytes = file.from(header.offset(), order);
    }

    @Override
    public double next(PlyType type) throws UnreadableExampleException {
      if (bytes.remaining() < type.bytes()) {
        throw file.refused("cut short, it ends where a number is expected");
      }
      return type.read(bytes);
    }

    @Override
    public void end() {}

    @Override
    public int remaining() {
      return bytes.remaining();
    }

    @Override
    public int bytes(PlyType type) {
      return type.bytes();
    }
  }
}
