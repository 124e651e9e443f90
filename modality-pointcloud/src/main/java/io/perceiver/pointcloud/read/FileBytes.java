package io.perceiver.pointcloud.read;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file in memory, so that what its header claims can be compared with what there is.
 *
 * @param name for messages
 * @param bytes all of it; not to be written to
 */
public record FileBytes(String name, byte[] bytes) {
  private static final String READABLE =
      "point clouds are PLY, PCD, OFF, OBJ, STL, LAS, NPY, NPZ or HDF5 files, text called .xyz, .txt,"
          + " .csv, .asc, .pts, .xyzn or .xyzrgb, or float32 numbers called .bin";

  // so many characters after the mark is not a coincidence
  private static final int SURELY_TEXT = 8;

  /**
   * Reads a source.
   *
   * @param options bound its size
   * @throws UnreadableExampleException if it is empty or larger than allowed
   * @throws IOException if the bytes cannot be had
   */
  public static FileBytes read(ExampleSource source, ReadOptions options) throws IOException {
    int most = options.maxBytes();
    try (InputStream stream = source.open()) {
      FileBytes file = new FileBytes(source.name(), stream.readNBytes(most));
      if (file.size() == most && stream.read() >= 0) {
        throw file.tooLarge(options);
      }
      if (file.size() == 0) {
        throw file.foreign();
      }
      return file;
    }
  }

  /** Returns the text behind a byte order mark, or the same bytes if there is none or no text. */
  public FileBytes withoutByteOrderMark() {
    int mark = ByteOrderMark.length(this);
    if (mark == 0) {
      return this;
    }
    for (int at = mark; at < Math.min(size(), mark + SURELY_TEXT); at++) {
      if (bytes[at] >= 0 && bytes[at] < ' ' && " \t\r\n".indexOf(bytes[at]) < 0) {
        return this;
      }
    }
    return new FileBytes(name, Arrays.copyOfRange(bytes, mark, size()));
  }

  /** Returns the same text with line feeds if carriage returns alone end its lines. */
  public FileBytes withLineFeeds() {
    boolean returns = false;
    for (byte each : bytes) {
      if (each == '\n') {
        return this;
      }
      returns |= each == '\r';
    }
    if (!returns) {
      return this;
    }
    byte[] copy = bytes.clone();
    for (int at = 0; at < copy.length; at++) {
      copy[at] = copy[at] == '\r' ? (byte) '\n' : copy[at];
    }
    return new FileBytes(name, copy);
  }

  /** Number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** A view of the bytes from an offset to the end. */
  public ByteBuffer from(int offset, ByteOrder order) {
    return ByteBuffer.wrap(bytes, offset, bytes.length - offset).order(order);
  }

  /** Whether these characters stand at an offset. */
  public boolean has(int offset, String ascii) {
    byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
    if (size() - offset < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[offset + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** To be thrown: this file is larger than these options allow. */
  public UnreadableExampleException tooLarge(ReadOptions options) {
    return refused(
        "larger than "
            + options.maxBytes()
            + " bytes, more than a cloud of "
            + options.maxPoints()
            + " points needs; raise maxPoints to accept it");
  }

  /** Whether the first bytes are those of a known format, rather than text or any other bytes. */
  public boolean isForeign() {
    return kind().isKnown();
  }

  /** To be thrown: what this file is, by its first bytes, and what would be read. */
  public UnreadableExampleException foreign() {
    return kind().refused(name, READABLE);
  }

  private FileKind kind() {
    return FileKind.of(bytes);
  }

  /** To be thrown: this file with what is wrong with it. */
  public UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }

  /** To be thrown: this file with the line, from 1, and what is wrong with it. */
  public UnreadableExampleException refused(int line, String reason) {
    return new UnreadableExampleException(name, "line " + line + ": " + reason);
  }

  /**
   * Compares a number of points with what is allowed and with what the rest of the file can hold.
   *
   * @param points as the header says
   * @param bytesEach fewest bytes of a point
   * @param available bytes that are left for them
   * @throws UnreadableExampleException if there are none or too many
   */
  public void checkPoints(long points, long bytesEach, long available, ReadOptions options)
      throws UnreadableExampleException {
    if (points < 1) {
      throw refused("its header says " + points + " points; allowed: 1 or more");
    }
    if (points > options.maxPoints()) {
      throw refused(
          "its header says "
              + points
              + " points, more than the "
              + options.maxPoints()
              + " allowed; raise maxPoints to accept it");
    }
    if (points * bytesEach > available) {
      throw refused(
          "cut short: its header says "
              + points
              + " points of at least "
              + bytesEach
              + " bytes, but "
              + available
              + " bytes follow");
    }
  }
}
