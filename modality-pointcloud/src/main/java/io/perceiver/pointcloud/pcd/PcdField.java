package io.perceiver.pointcloud.pcd;

import io.perceiver.pointcloud.read.Column;
import java.nio.ByteBuffer;

/**
 * One field of a point.
 *
 * @param name as in the header; {@code _} is padding
 * @param type {@code I}, {@code U} or {@code F}
 * @param size bytes of a number
 * @param count numbers of it; more than one only for features that are skipped
 */
record PcdField(String name, char type, int size, int count) {
  private static final int MOST_BYTES = 1 << 20;
  private static final long MOST_COLOURS = 0xffffffffL;

  /** Whether this is a field that PCD knows. */
  boolean isAllowed() {
    boolean known =
        type == 'F'
            ? size == 4 || size == 8
            : (type == 'I' || type == 'U') && (size == 1 || size == 2 || size == 4 || size == 8);
    return known && count >= 1 && count <= MOST_BYTES / size;
  }

  /** Bytes of all its numbers. */
  int bytes() {
    return size * count;
  }

  /** Whether it is a colour whose bits PCL stores in the place of a float. */
  boolean isPackedFloat() {
    return type == 'F' && size == 4 && Column.named(name) == Column.PACKED_COLOUR;
  }

  /** Its first number at an offset. */
  double read(ByteBuffer bytes, int at) {
    if (isPackedFloat()) {
      return bytes.getInt(at);
    }
    return switch (size) {
      case 1 -> type == 'U' ? bytes.get(at) & 0xff : bytes.get(at);
      case 2 -> type == 'U' ? bytes.getShort(at) & 0xffff : bytes.getShort(at);
      case 4 -> readFour(bytes, at);
      default -> type == 'F' ? bytes.getDouble(at) : bytes.getLong(at);
    };
  }

  private double readFour(ByteBuffer bytes, int at) {
    return switch (type) {
      case 'F' -> bytes.getFloat(at);
      case 'U' -> bytes.getInt(at) & 0xffffffffL;
      default -> bytes.getInt(at);
    };
  }

  /**
   * Whether a number that was written as text is one of the type. Packed colours written as floats
   * are tiny, huge or negative; whole numbers are colours that are not packed so.
   */
  boolean canBe(double number) {
    if (isPackedFloat()) {
      return number != Math.rint(number) || Math.abs(number) > MOST_COLOURS || number == 0;
    }
    if (type == 'F') {
      return true;
    }
    double range = Math.pow(2, Byte.SIZE * size);
    double from = type == 'U' ? 0 : -range / 2;
    return number == Math.rint(number) && number >= from && number < from + range;
  }

  /** What a number means that was written as text. */
  double ofText(double number) {
    if (isPackedFloat() && !Double.isNaN(number)) {
      return Float.floatToRawIntBits((float) number);
    }
    // as exact as in binary files, so that every form of a cloud is the same one
    return type == 'F' && size == Float.BYTES ? (float) number : number;
  }

  @Override
  public String toString() {
    return name + " (" + type + size + (count == 1 ? "" : " × " + count) + ")";
  }
}
