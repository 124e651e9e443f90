package io.perceiver.audio.mel;

import java.util.Arrays;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The power of windowed frames at evenly spaced frequencies, from 0 to half the rate. The window is
 * Hann's, periodic: ½ - ½ cos(2πn / N). Frames are extended by zeros to a power of two. The scale
 * is such that a sine of full scale on a bin has power 1 there. Holds arrays that it writes to:
 * used by one thread.
 */
final class PowerSpectrum {
  private final float[] window;
  private final double[][] complex;
  private final double factor;

  /** Of frames with as many samples as the window, made by {@link #hann}. */
  PowerSpectrum(float[] window) {
    this.window = window;
    this.complex = new double[2][size(window.length)];
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
   * The power of two frames by one transform: the transform of a real frame is symmetric, so the
   * second frame travels as the imaginary part and both are told apart afterwards. Samples beyond
   * the end are silence.
   *
   * @param samples of one channel
   * @param first where the first frame begins
   * @param second where the second frame begins
   * @param powerOfFirst receives the first frame's power by bin
   * @param powerOfSecond receives the second frame's power by bin
   */
  void pair(float[] samples, int first, int second, double[] powerOfFirst, double[] powerOfSecond) {
    double[] re = complex[0];
    double[] im = complex[1];
    load(samples, first, re);
    load(samples, second, im);
    FastFourierTransformer.transformInPlace(
        complex, DftNormalization.STANDARD, TransformType.FORWARD);
    int size = re.length;
    for (int bin = 0; bin <= size / 2; bin++) {
      int mirror = (size - bin) % size;
      double evenRe = re[bin] + re[mirror];
      double oddIm = im[bin] - im[mirror];
      double evenIm = im[bin] + im[mirror];
      double oddRe = re[mirror] - re[bin];
      powerOfFirst[bin] = (evenRe * evenRe + oddIm * oddIm) / 4 * factor;
      powerOfSecond[bin] = (evenIm * evenIm + oddRe * oddRe) / 4 * factor;
    }
  }

  private void load(float[] samples, int from, double[] frame) {
    int count = Math.max(0, Math.min(window.length, samples.length - from));
    for (int i = 0; i < count; i++) {
      frame[i] = samples[from + i] * window[i];
    }
    Arrays.fill(frame, count, frame.length, 0);
  }
}
