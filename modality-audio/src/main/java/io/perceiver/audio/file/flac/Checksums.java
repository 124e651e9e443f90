package io.perceiver.audio.file.flac;

/** The checksums of FLAC's frames: CRC-8 by x⁸ + x² + x + 1, CRC-16 by x¹⁶ + x¹⁵ + x² + 1. */
final class Checksums {
  private static final int POLYNOMIAL_8 = 0x07;
  private static final int POLYNOMIAL_16 = 0x8005;
  private static final int[] TABLE_16 = table16();

  private Checksums() {}

  /** Returns the CRC-8 of the first bytes. */
  static int crc8(byte[] bytes, int count) {
    int crc = 0;
    for (int i = 0; i < count; i++) {
      crc ^= bytes[i] & 0xff;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL_8;
      }
      crc &= 0xff;
    }
    return crc;
  }

  /** Returns a CRC-16 continued over some bytes. */
  static int crc16(int before, byte[] bytes, int from, int to) {
    int crc = before;
    for (int i = from; i < to; i++) {
      crc = (crc << 8 ^ TABLE_16[(crc >> 8 ^ bytes[i]) & 0xff]) & 0xffff;
    }
    return crc;
  }

  private static int[] table16() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL_16;
      }
      table[i] = crc & 0xffff;
    }
    return table;
  }
}
