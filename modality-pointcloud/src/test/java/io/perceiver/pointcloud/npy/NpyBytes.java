package io.perceiver.pointcloud.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes NPY files as NumPy does. */
public final class NpyBytes {
  private NpyBytes() {}

  /** Numbers of a type, such as {@code <f4}, under a shape, such as {@code (2, 3)}. */
  public static byte[] of(
      String type, String columnMajor, String shape, int version, double... numbers) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(type, columnMajor, shape);
    int size = type.endsWith("8") ? 8 : 4;
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    bytes.put("\u0093NUMPY".getBytes(ISO_8859_1)).put((byte) version).put((byte) 0);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (version == 1) {
      bytes.putShort((short) (header.length() + 1));
    } else {
      bytes.putInt(header.length() + 1);
    }
    bytes.put((header + "\n").getBytes(ISO_8859_1));
    bytes.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      if (size == 8) {
        bytes.putDouble(number);
      } else {
        bytes.putFloat((float) number);
      }
    }
    byte[] file = new byte[bytes.position()];
    bytes.get(0, file);
    return file;
  }

  /**
   * Bytes under a type and a shape.
   *
   * @param type as Python writes it, such as {@code '<f4'} with its quotes
   */
  public static byte[] raw(String type, String shape, byte[] numbers) {
    String header = "{'descr': %s, 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
    return ByteBuffer.allocate(10 + header.length() + numbers.length)
        .put("\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) header.length())
        .put(header.getBytes(ISO_8859_1))
        .put(numbers)
        .array();
  }
}
