package io.perceiver.audio.file.mpeg;

/** The checksum of layer 3: CRC-16 by x¹⁶ + x¹⁵ + x² + 1 over half the header and the side info. */
final class Checksum {
  private static final int POLYNOMIAL = 0x8005;
  private static final int AT = 4;
  private static final int BYTES = 2;

  private Checksum() {}

  /** Returns whether a protected frame of layer 3 has the checksum it holds. */
  static boolean isRight(FrameHeader header, byte[] frame) {
    int end = AT + BYTES + header.sideInfoBytes();
    if (frame.length < end) {
      return false;
    }
    int crc = sum(sum(0xffff, frame, 2, AT), frame, AT + BYTES, end);
    return crc == ((frame[AT] & 0xff) << 8 | (frame[AT + 1] & 0xff));
  }

  private static int sum(int before, byte[] bytes, int from, int to) {
    int crc = before;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xff) << 8;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
      }
      crc &= 0xffff;
    }
    return crc;
  }
}
