package io.perceiver.audio.file.mpeg;

import java.util.Optional;

/**
 * The four bytes that begin every frame.
 *
 * @param version 1 for MPEG-1, 2 for MPEG-2, 3 for MPEG-2.5
 * @param layer 1 to 3
 * @param isProtected whether a checksum follows the header
 * @param bytes of the whole frame; 0 for free format, whose frames do not tell
 * @param rateHz samples per second and channel
 * @param channels 1 or 2
 */
public record FrameHeader(
    int version, int layer, boolean isProtected, int bytes, int rateHz, int channels) {
  /** Bytes of a header. */
  public static final int BYTES = 4;

  private static final int[] VERSIONS = {3, 0, 2, 1};
  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int MONO = 3;

  // kbit/s, by layer
  private static final int[][] RATES_OF_1 = {
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
  };
  private static final int[][] RATES_OF_2 = {
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  /** Reads the header at the start of some bytes; empty if there is none. */
  public static Optional<FrameHeader> of(byte[] bytes) {
    return of(bytes, 0);
  }

  /** Reads the header at an index; empty if there is none. */
  public static Optional<FrameHeader> of(byte[] bytes, int at) {
    if (bytes.length - at < BYTES) {
      return Optional.empty();
    }
    int second = bytes[at + 1] & 0xff;
    int third = bytes[at + 2] & 0xff;
    int version = VERSIONS[second >> 3 & 3];
    int layer = 4 - (second >> 1 & 3);
    int rateIndex = third >> 2 & 3;
    boolean synchronised = (bytes[at] & 0xff) == 0xff && second >= 0xe0;
    if (!synchronised || version == 0 || layer > 3 || third >> 4 == 15 || rateIndex == 3) {
      return Optional.empty();
    }
    int rateHz = RATES[rateIndex] >> (version - 1);
    boolean mono = (bytes[at + 3] >> 6 & 3) == MONO;
    boolean isProtected = (second & 1) == 0;
    int size = size(version, layer, third, rateHz);
    return Optional.of(new FrameHeader(version, layer, isProtected, size, rateHz, mono ? 1 : 2));
  }

  private static int size(int version, int layer, int third, int rateHz) {
    int[][] rates = version == 1 ? RATES_OF_1 : RATES_OF_2;
    int bitsPerSecond = 1000 * rates[layer - 1][third >> 4];
    int padding = third >> 1 & 1;
    if (bitsPerSecond == 0) {
      return 0;
    }
    if (layer == 1) {
      return (12 * bitsPerSecond / rateHz + padding) * 4;
    }
    return samples(version, layer) / 8 * bitsPerSecond / rateHz + padding;
  }

  private static int samples(int version, int layer) {
    if (layer == 1) {
      return 384;
    }
    return layer == 3 && version > 1 ? 576 : 1152;
  }

  /** Samples of each channel in a frame. */
  public int samples() {
    return samples(version, layer);
  }

  /** Bytes behind header and checksum that say how layer 3 is coded. */
  int sideInfoBytes() {
    if (version == 1) {
      return channels == 1 ? 17 : 32;
    }
    return channels == 1 ? 9 : 17;
  }

  /** Returns whether two frames can belong to one stream: their lengths may differ. */
  boolean isLike(FrameHeader other) {
    return version == other.version
        && layer == other.layer
        && rateHz == other.rateHz
        && channels == other.channels;
  }

  @Override
  public String toString() {
    return "MPEG-%s layer %d".formatted(version == 3 ? "2.5" : version, layer);
  }
}
