package io.perceiver.image.raster;

/**
 * Which source samples an output sample is the weighted mean of, along one axis. The filter is a
 * triangle, as wide as a source sample when enlarging (bilinear interpolation) and as wide as an
 * output sample when shrinking, so that no source sample is skipped.
 */
final class Taps {
  private final int[] first;
  private final float[][] weights;

  private Taps(int outputs) {
    this.first = new int[outputs];
    this.weights = new float[outputs][];
  }

  /**
   * Taps of evenly spaced outputs.
   *
   * @param start where the first output begins, in source samples
   * @param length source samples that all outputs cover
   * @param sources number of source samples there are
   * @param outputs number of output samples
   */
  static Taps triangle(double start, double length, int sources, int outputs) {
    Taps taps = new Taps(outputs);
    double scale = length / outputs;
    double radius = Math.max(1, scale);
    for (int output = 0; output < outputs; output++) {
      double centre = start + (output + 0.5) * scale;
      int from = clamp((int) Math.floor(centre - radius + 0.5), sources - 1);
      int to = clamp((int) Math.floor(centre + radius + 0.5), sources);
      taps.first[output] = from;
      taps.weights[output] = weights(from, Math.max(from + 1, to), centre, radius);
    }
    return taps;
  }

  private static float[] weights(int from, int to, double centre, double radius) {
    double[] raw = new double[to - from];
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / radius);
      sum += raw[i];
    }
    float[] weights = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = sum > 0 ? (float) (raw[i] / sum) : 1f / raw.length;
    }
    return weights;
  }

  private static int clamp(int value, int largest) {
    return Math.max(0, Math.min(largest, value));
  }

  int outputs() {
    return first.length;
  }

  /** First source sample of an output. */
  int first(int output) {
    return first[output];
  }

  /** Weights of the source samples from {@link #first} on; they add up to 1. */
  float[] weights(int output) {
    return weights[output];
  }
}
