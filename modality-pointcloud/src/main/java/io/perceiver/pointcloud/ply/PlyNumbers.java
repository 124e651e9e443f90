package io.perceiver.pointcloud.ply;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.DataEnd;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import io.perceiver.pointcloud.read.TokenScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a PLY file, one after the other, however they are stored. */
interface PlyNumbers {

  /**
   * Makes sure that the items of an element begin where they may: in a text of several lines, on
   * one of their own. Otherwise a number too few above would take its place from them.
   *
   * @throws UnreadableExampleException if they do not
   */
  void begin(PlyElement element) throws UnreadableExampleException;

  /**
   * Returns the next number, of a property or of its list.
   *
   * @throws UnreadableExampleException if there is none, or it is not of the type
   */
  double next(PlyProperty property) throws UnreadableExampleException;

  /**
   * Returns the next number, the length of a list.
   *
   * @throws UnreadableExampleException if there is none, or it is not of the type
   */
  double length(PlyProperty list) throws UnreadableExampleException;

  /**
   * Makes sure that the file ends after its last number: one too many in a row moves all that
   * follow.
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
    private final TokenScanner text;
    private final boolean severalLines;

    Text(FileBytes file, PlyHeader header) {
      this.text =
          new TokenScanner(file, header.offset(), header.lines() + 1, TokenScanner.Syntax.PLAIN);
      this.severalLines = hasSeveralLines();
    }

    private boolean hasSeveralLines() {
      TokenScanner.Place start = text.place();
      text.hasNext();
      text.skipLine();
      boolean several = text.hasNext();
      text.goTo(start);
      return several;
    }

    @Override
    public void begin(PlyElement element) throws UnreadableExampleException {
      if (severalLines && text.hasNext() && !text.beginsLine()) {
        throw text.refused(
            "the element "
                + TextScanner.shown(element.name())
                + " begins within the line; above it are more or fewer numbers than the header says");
      }
    }

    @Override
    public double next(PlyProperty property) throws UnreadableExampleException {
      double number = number(property, property.type());
      // as exact as in binary files, so that every form of a mesh is the same one
      return property.type() == PlyType.FLOAT32 ? (float) number : number;
    }

    @Override
    public double length(PlyProperty list) throws UnreadableExampleException {
      return number(list, list.lengthType());
    }

    private double number(PlyProperty property, PlyType type) throws UnreadableExampleException {
      double number = text.number();
      if (!type.holds(number)) {
        throw text.refused(
            "'" + property.name() + "' is " + number + ", which its type " + type + " cannot hold");
      }
      return number;
    }

    @Override
    public void end() throws UnreadableExampleException {
      if (text.hasNext()) {
        throw text.refused("more numbers than the elements of its header have");
      }
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
    public void begin(PlyElement element) {}

    @Override
    public double next(PlyProperty property) throws UnreadableExampleException {
      return number(property.type());
    }

    @Override
    public double length(PlyProperty list) throws UnreadableExampleException {
      return number(list.lengthType());
    }

    private double number(PlyType type) throws UnreadableExampleException {
      if (bytes.remaining() < type.bytes()) {
        throw file.refused("cut short, it ends where a number is expected");
      }
      return type.read(bytes);
    }

    @Override
    public void end() throws UnreadableExampleException {
      DataEnd.check(file, bytes.position(), "the items of its elements");
    }

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
