package io.perceiver.audio.file.flac;

import java.io.IOException;

/**
 * The header of a frame (RFC 9639, §9.1).
 *
 * @param numbersSamples whether the number is that of the first sample, not that of the frame
 * @param number of the frame or of its first sample
 * @param blockSize samples of each channel
 * @param rateHz samples per second and channel
 * @param assignment the channels' code: less than 8 for one more independent channels
 * @param bits bits of a sample
 */
record FrameHeader(
    boolean numbersSamples, long number, int blockSize, int rateHz, int assignment, int bits) {
  static final int LEFT_SIDE = 8;
  static final int SIDE_RIGHT = 9;
  static final int MID_SIDE = 10;

  private static final int SYNC = 0x7ffc;
  private static final int MOST_BYTES = 16;
  private static final int[] RATES = {
    88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
  };
  private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};

  /**
   * Reads the header.
   *
   * @param info holds what the header may leave out
   * @throws IllegalArgumentException if it is not a header, or damaged
   */
  static FrameHeader read(BitReader bits, StreamInfo info) throws IOException {
    byte[] bytes = bits.peek(MOST_BYTES);
    check(bits.read(15) == SYNC, "a frame does not begin where it must");
    boolean numbersSamples = bits.read(1) == 1;
    int sizeCode = (int) bits.read(4);
    int rateCode = (int) bits.read(4);
    int assignment = (int) bits.read(4);
    int bitsCode = (int) bits.read(3);
    boolean reserved = bits.read(1) == 1;
    boolean valid = sizeCode != 0 && rateCode != 15 && assignment <= MID_SIDE && !reserved;
    check(valid && BITS[bitsCode] >= 0, "a frame's header holds reserved values");
    int numberBytes = numberBytes(bytes);
    long number = number(bits, numberBytes);
    int blockSize = blockSize(sizeCode, bits);
    int rateHz = rateHz(rateCode, bits, info);
    int count = 4 + numberBytes + extra(sizeCode) + (rateCode < 12 ? 0 : rateCode == 12 ? 1 : 2);
    check(bits.read(8) == Checksums.crc8(bytes, count), "a frame's header has a wrong checksum");
    int sampleBits = bitsCode == 0 ? info.bits() : BITS[bitsCode];
    return new FrameHeader(numbersSamples, number, blockSize, rateHz, assignment, sampleBits);
  }

  /** Returns whether bytes begin as a frame does. */
  static boolean begins(byte[] bytes) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xfe) == 0xf8;
  }

  private static int numberBytes(byte[] header) {
    check(header.length > 4, "it ends inside a frame");
    int ones = Integer.numberOfLeadingZeros(~(header[4] << 24));
    check(ones != 1 && ones <= 7, "a frame's number is not valid");
    return Math.max(1, ones);
  }

  /** Numbers are written as UTF-8 writes characters, in up to 7 bytes. */
  private static long number(BitReader bits, int bytes) throws IOException {
    int first = (int) bits.read(8);
    long number = bytes == 1 ? first : first & (0x7f >> bytes);
    for (int i = 1; i < bytes; i++) {
      check(bits.read(2) == 2, "a frame's number is not valid");
      number = number << 6 | bits.read(6);
    }
    return number;
  }

  private static int extra(int sizeCode) {
    return sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0;
  }

  private static int blockSize(int code, BitReader bits) throws IOException {
    if (code == 1) {
      return 192;
    }
    if (code <= 5) {
      return 144 << code;
    }
    return code <= 7 ? (int) bits.read(8 * extra(code)) + 1 : 1 << code;
  }

  private static int rateHz(int code, BitReader bits, StreamInfo info) throws IOException {
    return switch (code) {
      case 0 -> info.rateHz();
      case 12 -> (int) bits.read(8) * 1000;
      case 13 -> (int) bits.read(16);
      case 14 -> (int) bits.read(16) * 10;
      default -> RATES[code - 1];
    };
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** Number of channels. */
  int channels() {
    return assignment < LEFT_SIDE ? assignment + 1 : 2;
  }

  /** Returns whether a channel is the difference of two, which takes one bit more. */
  boolean isSide(int channel) {
    return assignment == SIDE_RIGHT
        ? channel == 0
        : channel == 1 && (assignment == LEFT_SIDE || assignment == MID_SIDE);
  }
}
