package io.perceiver.audio.mel;

import java.util.Arrays;

/**
 * The power of windowed frames at evenly spaced frequencies, from 0 to half the rate. The window is
 * Hann's, periodic: ½ - ½ cos(2πn / N). Frames are extended by zeros to a power of two. The scale
 * is such that a sine of full scale on a bin has power 1 there. Immutable and thread-safe.
 *
 * <p>A real frame is transformed as a complex sequence of half its length: the samples at even
 * places are the real parts, those at odd places the imaginary ones. The transform Z of that gives
 * the transforms of both, E(k) = (Z(k) + Z*(M - k)) / 2 and O(k) = (Z(k) - Z*(M - k)) / 2i with M
 * its length, and these the frame's, X(k) = E(k) + w O(k) and X*(M - k) = E(k) - w O(k), where w is
 * e^(-iπk / M).
 */
final class PowerSpectrum {
  private final float[] window;
  private final int half;
  private final RowTransform transform;
  private final double[] cos;
  private final double[] sin;
  private final double factor;

  /** Creates one of frames with as many samples as the window, made by {@link #hann}. */
  PowerSpectrum(float[] window) {
    this.window = window;
    this.half = size(window.length) / 2;
    this.transform = new RowTransform(half);
    this.cos = new double[half];
    this.sin = new double[half];
    for (int bin = 0; bin < half; bin++) {
      cos[bin] = Math.cos(Math.PI * bin / half);
      sin[bin] = Math.sin(Math.PI * bin / half);
    }
    double sum = 0;
    for (float weight : window) {
      sum += weight;
    }
    // a sine of amplitude 1 has |X| = sum / 2
    this.factor = 4 / (sum * sum);
  }

  static float[] hann(int length) {
    float[] window = new float[length];
    for (int i = 0; i < length; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
    }
    return window;
  }

  /** Points of the transform of frames with so many samples: the next power of two. */
  static int size(int frameLength) {
    return Math.max(2, Integer.highestOneBit(2 * frameLength - 1));
  }

  /** Number of bins. */
  static int bins(int frameLength) {
    return size(frameLength) / 2 + 1;
  }

  /**
   * The power of frames that follow each other. Samples beyond the end are silence.
   *
   * @param samples of one channel
   * @param first where the first frame begins
   * @param hop samples from one frame to the next
   * @param count frames, as many as the block has room for or fewer
   * @param block what it works in
   * @return (bin, frame): arrays of the block
   */
  double[][] of(float[] samples, int first, int hop, int count, FrameBlock block) {
    double[][] re = block.re();
    double[][] im = block.im();
    for (int i = 0; i < half; i++) {
      load(samples, first, 2 * i, hop, re[i], count);
      load(samples, first, 2 * i + 1, hop, im[i], count);
    }
    transform.apply(re, im, count);
    double[][] power = block.power();
    ends(re[0], im[0], power, count);
    for (int bin = 1; bin < half - bin; bin++) {
      pair(bin, re, im, power, count);
    }
    if (half > 1) {
      // in the middle E is Z's real part, O its imaginary one and w = -i
      int middle = transform.row(half / 2);
      Rows.power(re[middle], im[middle], factor, count);
      power[half / 2] = re[middle];
    }
    return power;
  }

  /** Puts one sample of every frame, under the window, into a row. */
  private void load(float[] samples, int first, int place, int hop, double[] row, int count) {
    int held = 0;
    if (place < window.length) {
      long left = (long) samples.length - first - place;
      held = (int) Math.max(0, Math.min(count, (left + hop - 1) / hop));
      float weight = window[place];
      int at = first + place;
      for (int frame = 0; frame < held; frame++) {
        row[frame] = samples[at] * weight;
        at += hop;
      }
    }
    Arrays.fill(row, held, count, 0);
  }

  /** X(0) = E(0) + O(0) and X(M) = E(0) - O(0), all of them real. */
  private void ends(double[] even, double[] odd, double[][] power, int count) {
    Rows.sumAndDifference(even, odd, count);
    Rows.square(even, factor, count);
    Rows.square(odd, factor, count);
    power[0] = even;
    power[half] = odd;
  }

  /** The power of a bin and of its mirror image. */
  private void pair(int bin, double[][] re, double[][] im, double[][] power, int count) {
    int one = transform.row(bin);
    int other = transform.row(half - bin);
    // Z(k) = a + ib and Z(M - k) = c + id make E = (a + c) + i(b - d) and O = (b + d) - i(a - c)
    Rows.sumAndDifference(re[one], re[other], count);
    Rows.sumAndDifference(im[one], im[other], count);
    // turned the other way, O's conjugate becomes that of w O
    Rows.rotate(im[one], re[other], cos[bin], sin[bin], count);
    Rows.sumAndDifference(re[one], im[one], count);
    Rows.sumAndDifference(im[other], re[other], count);
    // E and O are twice their size so far
    Rows.power(re[one], re[other], factor / 4, count);
    Rows.power(im[one], im[other], factor / 4, count);
    power[bin] = re[one];
    power[half - bin] = im[one];
  }
}
