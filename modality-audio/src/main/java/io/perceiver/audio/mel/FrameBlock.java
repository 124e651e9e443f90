package io.perceiver.audio.mel;

/**
 * Room for the frames that are transformed side by side. Used by one thread, again and again.
 *
 * @param width most frames
 * @param re (element, frame)
 * @param im (element, frame)
 * @param power (bin, frame), arrays of re and im
 * @param band (frame)
 */
record FrameBlock(int width, double[][] re, double[][] im, double[][] power, double[] band) {
  private static final int MOST_FRAMES = 64;
  private static final int LEAST_FRAMES = 8;

  // with this many values in each of re and im a block takes 256 KiB, which caches hold
  private static final int VALUES = 1 << 14;

  /** For frames of so many samples. */
  static FrameBlock of(int frameLength) {
    int bins = PowerSpectrum.bins(frameLength);
    int elements = bins - 1;
    int width = Math.max(LEAST_FRAMES, Math.min(MOST_FRAMES, VALUES / elements));
    return new FrameBlock(
        width,
        new double[elements][width],
        new double[elements][width],
        new double[bins][],
        new double[width]);
  }
}
