package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a number as NumPy writes it, such as {@code <f4}.
 *
 * @param kind {@code f} for floats, {@code i} and {@code u} for integers; others have no numbers
 * @param bytes of a number
 * @param order of bytes
 */
record NpyType(char kind, int bytes, ByteOrder order) {
  private static final Pattern SYNTAX = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{1,9}+)");
  private static final int UNICODE_BYTES = 4;
  private static final int LARGEST_FIELD = 1 << 16;
  private static final String ALLOWED =
      "; allowed: float16, float32, float64, and integers of 8 to 64 bits";

  /**
   * The type of a text.
   *
   * @throws UnreadableExampleException if it is not a type of NumPy's
   */
  static NpyType of(FileBytes file, String text) throws UnreadableExampleException {
    if (text.endsWith("O")) {
      throw file.refused(
          "an array of pickled Python objects, which could hold anything and are not read; save"
              + " numbers: array.astype('float32')");
    }
    Matcher syntax = SYNTAX.matcher(text);
    if (!syntax.matches()) {
      throw refused(file, text);
    }
    char kind = syntax.group(2).charAt(0);
    int size = Integer.parseInt(syntax.group(3));
    if (size < 1 || size > LARGEST_FIELD) {
      throw refused(file, text);
    }
    return new NpyType(
        kind,
        kind == 'U' ? size * UNICODE_BYTES : size,
        syntax.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns what is to be thrown for a type whose numbers are not read. */
  static UnreadableExampleException refused(FileBytes file, String type) {
    return file.refused("an array of type " + TextScanner.shown(type) + ALLOWED);
  }

  /** Whether its numbers are read. */
  boolean isNumber() {
    return switch (kind) {
      case 'f' -> bytes == Short.BYTES || bytes == Float.BYTES || bytes == Double.BYTES;
      case 'i', 'u' -> bytes <= Long.BYTES && Integer.bitCount(bytes) == 1;
      default -> false;
    };
  }

  /** The largest number of an unsigned type of 1 or 2 bytes; 0 for others. */
  int largest() {
    return kind == 'u' && bytes <= Short.BYTES ? (1 << (Byte.SIZE * bytes)) - 1 : 0;
  }

  /**
   * The number at an offset.
   *
   * @param numbers in this type's order
   */
  double read(ByteBuffer numbers, int at) {
    if (kind == 'f') {
      return switch (bytes) {
        case Short.BYTES -> half(numbers.getShort(at));
        case Float.BYTES -> numbers.getFloat(at);
        default -> numbers.getDouble(at);
      };
    }
    boolean signed = kind == 'i';
    return switch (bytes) {
      case Byte.BYTES -> signed ? numbers.get(at) : numbers.get(at) & 0xff;
      case Short.BYTES -> signed ? numbers.getShort(at) : numbers.getShort(at) & 0xffff;
      case Integer.BYTES -> signed ? numbers.getInt(at) : numbers.getInt(at) & 0xffffffffL;
      default -> signed ? numbers.getLong(at) : unsigned(numbers.getLong(at));
    };
  }

  private static double unsigned(long number) {
    return number >= 0 ? number : new BigInteger(Long.toUnsignedString(number)).doubleValue();
  }

  /** IEEE 754 binary16. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (0x400 | fraction), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
