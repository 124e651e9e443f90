package io.perceiver.audio.file.flac;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the metadata block STREAMINFO declares (RFC 9639, §8.2), as far as it is used.
 *
 * @param rateHz samples per second and channel; 0 if the bytes say so
 * @param channels 1 to 8
 * @param bits bits of a sample, 4 to 32
 * @param frames samples of each channel; 0 if unknown
 * @param md5 of all samples; all zero if unknown
 */
public record StreamInfo(int rateHz, int channels, int bits, long frames, byte[] md5) {
  /** Bytes of the block. */
  public static final int BYTES = 34;

  private static final int RATE = 10;
  private static final int MD5 = 18;
  private static final long FRAMES_MASK = (1L << 36) - 1;
  private static final int LEAST_BITS = 4;

  /**
   * Reads the block.
   *
   * @throws IllegalArgumentException if it declares samples of less than 4 bits
   */
  public static StreamInfo of(byte[] block) {
    long packed = ByteBuffer.wrap(block).getLong(RATE);
    int bits = (int) (packed >> 36 & 0x1f) + 1;
    if (bits < LEAST_BITS) {
      throw new IllegalArgumentException(
          "it declares samples of " + bits + " bits; allowed: " + LEAST_BITS + " to 32");
    }
    return new StreamInfo(
        (int) (packed >>> 44),
        (int) (packed >> 41 & 7) + 1,
        bits,
        packed & FRAMES_MASK,
        Arrays.copyOfRange(block, MD5, BYTES));
  }

  /** Returns whether the digest of all samples is known. */
  public boolean hasMd5() {
    return !Arrays.equals(md5, new byte[md5.length]);
  }
}
