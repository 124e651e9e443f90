package io.perceiver.image.idx;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The first bytes of an IDX file: two zeros, the type of a value, the number of axes, and the size
 * of each axis as a big-endian 32-bit number.
 *
 * @param shape size of each axis, the first one counting records
 */
record IdxHeader(List<Integer> shape) {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int MAGIC_BYTES = 4;
  private static final int MAX_AXES = 4;

  /** Keeps its own copy. */
  IdxHeader {
    shape = List.copyOf(shape);
  }

  /** Whether these are the first bytes of a header of unsigned bytes. */
  static boolean begins(byte[] head) {
    return head.length >= MAGIC_BYTES
        && head[0] == 0
        && head[1] == 0
        && head[2] == UNSIGNED_BYTE
        && head[3] >= 1
        && head[3] <= MAX_AXES;
  }

  /** Reads a header and leaves the stream at the first value. */
  static IdxHeader read(String name, InputStream stream) throws IOException {
    byte[] magic = stream.readNBytes(MAGIC_BYTES);
    if (magic.length < MAGIC_BYTES || magic[0] != 0 || magic[1] != 0) {
      throw new UnreadableExampleException(
          name,
          "not an IDX file, which begins with 00 00 08; this one begins with "
              + HexFormat.ofDelimiter(" ").formatHex(magic));
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw new UnreadableExampleException(
          name,
          String.format(
              "IDX values of type 0x%02x; only unsigned bytes, 0x08, are read", magic[2]));
    }
    int axes = magic[3];
    if (axes < 1 || axes > MAX_AXES) {
      throw new UnreadableExampleException(
          name, "IDX data of " + axes + " axes; allowed: 1 for labels, 3 or 4 for images");
    }
    return new IdxHeader(sizes(name, axes, stream));
  }

  private static List<Integer> sizes(String name, int axes, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(axes * Integer.BYTES);
    if (bytes.length < axes * Integer.BYTES) {
      throw new UnreadableExampleException(name, "the file ends within its IDX header");
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    List<Integer> shape = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      int size = numbers.getInt();
      if (size < 1) {
        throw new UnreadableExampleException(
            name,
            "its IDX header says that axis "
                + axis
                + " has size "
                + (size & 0xffffffffL)
                + "; allowed: 1 to "
                + Integer.MAX_VALUE);
      }
      shape.add(size);
    }
    return shape;
  }

  /** Records in the file. */
  int count() {
    return shape.get(0);
  }

  /** Values of one record; {@link Long#MAX_VALUE} where they are beyond all bounds. */
  long recordSize() {
    long size = 1;
    for (int axis : shape.subList(1, shape.size())) {
      size = size > Integer.MAX_VALUE ? Long.MAX_VALUE : size * axis;
    }
    return size;
  }

  /** Values after the header; {@link Long#MAX_VALUE} where they are beyond all bounds. */
  long values() {
    return recordSize() > Integer.MAX_VALUE ? Long.MAX_VALUE : recordSize() * count();
  }

  /** The shape as people write it, {@code 60000 × 28 × 28}. */
  String describe() {
    return String.join(" × ", shape.stream().map(String::valueOf).toList());
  }
}
