package io.perceiver.audio.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How files store a sample without compression. Integers are scaled to [-1, 1) by their container:
 * samples of fewer bits lie in its upper bits.
 */
enum SampleEncoding {
  /** Signed, as AIFF and AU have it. */
  INT8(1),

  /** Unsigned, as WAV has it. */
  UNSIGNED8(1),

  /** Signed. */
  INT16(2),

  /** Signed. */
  INT24(3),

  /** Signed. */
  INT32(4),

  /** IEEE 754, as it is. */
  FLOAT32(4),

  /** IEEE 754, rounded to 32 bits. */
  FLOAT64(8),

  /** ITU-T G.711, European: 13 bits in 8. */
  A_LAW(1),

  /** ITU-T G.711, American and Japanese: 14 bits in 8. */
  U_LAW(1);

  private static final float INT8_SCALE = 1f / 0x80;
  private static final float INT16_SCALE = 1f / 0x8000;
  private static final float INT32_SCALE = 1f / 0x8000_0000L;

  private final int bytes;

  SampleEncoding(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the encoding of signed integers in so many bytes, 1 to 4. */
  static SampleEncoding integers(int bytes) {
    return switch (bytes) {
      case 1 -> INT8;
      case 2 -> INT16;
      case 3 -> INT24;
      case 4 -> INT32;
      default -> throw new IllegalArgumentException(bytes + " bytes");
    };
  }

  /** Bytes of a sample. */
  int bytes() {
    return bytes;
  }

  /** Decodes as many whole samples as the block holds; the array has room for them. */
  void decode(byte[] block, ByteOrder order, float[] samples) {
    ByteBuffer buffer = ByteBuffer.wrap(block).order(order);
    int count = block.length / bytes;
    int low = order == ByteOrder.LITTLE_ENDIAN ? 0 : 2;
    for (int i = 0; i < count; i++) {
      samples[i] = decode(buffer, i * bytes, low);
    }
  }

  /** Decodes the sample at an index; the lowest of three bytes lies at the other index. */
  private float decode(ByteBuffer buffer, int at, int low) {
    return switch (this) {
      case INT8 -> buffer.get(at) * INT8_SCALE;
      case UNSIGNED8 -> ((buffer.get(at) & 0xff) - 0x80) * INT8_SCALE;
      case INT16 -> buffer.getShort(at) * INT16_SCALE;
      case INT24 ->
          (buffer.getShort(at + 1 - low / 2) << 16 | (buffer.get(at + low) & 0xff) << 8)
              * INT32_SCALE;
      case INT32 -> buffer.getInt(at) * INT32_SCALE;
      case FLOAT32 -> buffer.getFloat(at);
      case FLOAT64 -> (float) buffer.getDouble(at);
      case A_LAW -> aLaw(buffer.get(at)) * INT16_SCALE;
      case U_LAW -> uLaw(buffer.get(at)) * INT16_SCALE;
    };
  }

  /** Every second bit is turned; then sign, exponent and mantissa; in 16 bits. */
  private static int aLaw(int code) {
    int turned = code ^ 0x55;
    int exponent = turned >> 4 & 7;
    int mantissa = (turned & 0xf) << 4 | 8;
    int size = exponent == 0 ? mantissa : (mantissa | 0x100) << (exponent - 1);
    return (turned & 0x80) == 0 ? -size : size;
  }

  /** All bits are turned; then sign, exponent and mantissa, with a bias of 132; in 16 bits. */
  private static int uLaw(int code) {
    int turned = ~code;
    int size = (((turned & 0xf) << 3 | 0x84) << (turned >> 4 & 7)) - 0x84;
    return (turned & 0x80) == 0 ? size : -size;
  }
}
