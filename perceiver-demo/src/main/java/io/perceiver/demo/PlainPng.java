package io.perceiver.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes 8-bit RGB pictures as PNG files without compression (W3C PNG, RFC 1950, RFC 1951).
 *
 * <p>ImageIO compresses with the zlib of the machine, and two zlibs give two files for one picture;
 * these bytes are the same everywhere. Noise hardly compresses anyway.
 */
final class PlainPng {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int CHUNK_FRAME = 12; // length, type, checksum
  private static final int STORED_LIMIT = 0xFFFF; // bytes in one stored block of RFC 1951

  private PlainPng() {}

  /**
   * Encodes one picture.
   *
   * @param rgb (row, column, channel), unsigned
   * @throws IllegalArgumentException if the lengths disagree or exceed one stored block (65,535)
   */
  static byte[] encode(int width, int height, byte[] rgb) {
    byte[] rows = rows(width, height, rgb);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    byte[] stored = stored(rows);
    ByteBuffer file = ByteBuffer.allocate(8 + 3 * CHUNK_FRAME + header.length + stored.length);
    file.putLong(SIGNATURE);
    putChunk("IHDR", header, file);
    putChunk("IDAT", stored, file);
    putChunk("IEND", new byte[0], file);
    return file.array();
  }

  /** Each row behind its filter byte, 0 for none. */
  private static byte[] rows(int width, int height, byte[] rgb) {
    int stride = 3 * width;
    int length = (stride + 1) * height;
    if (rgb.length != stride * height || length > STORED_LIMIT) {
      throw new IllegalArgumentException(
          rgb.length + " bytes for " + width + " x " + height + " RGB, at most " + STORED_LIMIT);
    }
    ByteBuffer rows = ByteBuffer.allocate(length);
    for (int row = 0; row < height; row++) {
      rows.put((byte) 0).put(rgb, row * stride, stride);
    }
    return rows.array();
  }

  /** A zlib stream of one final stored block. */
  private static byte[] stored(byte[] data) {
    Adler32 sum = new Adler32();
    sum.update(data);
    ByteBuffer stream = ByteBuffer.allocate(2 + 5 + data.length + 4);
    stream.put((byte) 0x78).put((byte) 0x01).put((byte) 1);
    stream.putShort(Short.reverseBytes((short) data.length));
    stream.putShort(Short.reverseBytes((short) ~data.length));
    return stream.put(data).putInt((int) sum.getValue()).array();
  }

  private static void putChunk(String type, byte[] data, ByteBuffer file) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    file.putInt(data.length).put(name).put(data).putInt((int) sum.getValue());
  }
}
