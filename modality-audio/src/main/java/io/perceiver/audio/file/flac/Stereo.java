package io.perceiver.audio.file.flac;

/** Makes left and right of two channels of which one is their difference (RFC 9639, §4.2). */
final class Stereo {
  private Stereo() {}

  /**
   * Restores the channels of a frame in place.
   *
   * @throws IllegalArgumentException if a sample has more bits than declared
   */
  static void restore(FrameHeader header, long[][] samples) {
    int count = header.blockSize();
    switch (header.assignment()) {
      case FrameHeader.LEFT_SIDE -> {
        for (int i = 0; i < count; i++) {
          samples[1][i] = samples[0][i] - samples[1][i];
        }
      }
      case FrameHeader.SIDE_RIGHT -> {
        for (int i = 0; i < count; i++) {
          samples[0][i] += samples[1][i];
        }
      }
      case FrameHeader.MID_SIDE -> midSide(samples[0], samples[1], count);
      default -> {
        return;
      }
    }
    Subframe.checkRange(samples[0], count, header.bits());
    Subframe.checkRange(samples[1], count, header.bits());
  }

  private static void midSide(long[] mid, long[] side, int count) {
    for (int i = 0; i < count; i++) {
      // the middle has lost its lowest bit, which the difference still has
      long sum = mid[i] << 1 | (side[i] & 1);
      long difference = side[i];
      mid[i] = (sum + difference) >> 1;
      side[i] = (sum - difference) >> 1;
    }
  }
}
