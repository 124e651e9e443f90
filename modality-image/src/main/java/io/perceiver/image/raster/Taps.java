package io.perceiver.image.raster;

/**
 * Which source samples an output sample is the weighted mean of, along one axis. The filter is as
 * wide as its definition says when enlarging, and wider by the ratio when shrinking, so that no
 * source sample is skipped. Weights are whole numbers, as Pillow's are, and its results are met.
 */
final class Taps {
  /** Bits behind the point of a whole-numbered weight. */
  static final int FRACTION_BITS = 22;

  private final int[] first;
  private final int[][] weights;

  private Taps(int outputs) {
    this.first = new int[outputs];
    this.weights = new int[outputs][];
  }

  /**
   * Computes the taps of evenly spaced outputs.
   *
   * @param start where the first output begins, in source samples
   * @param length source samples that all outputs cover
   * @param sources number of source samples there are
   * @param outputs number of output samples
   */
  static Taps of(Filter filter, double start, double length, int sources, int outputs) {
    Taps taps = new Taps(outputs);
    double scale = length / outputs;
    double widening = Math.max(1, scale);
    double radius = filter.radius() * widening;
    for (int output = 0; output < outputs; output++) {
      double centre = start + (output + 0.5) * scale;
      if (filter == Filter.NEAREST) {
        taps.first[output] = clamp((int) Math.floor(centre), sources - 1);
        taps.weights[output] = new int[] {1 << FRACTION_BITS};
        continue;
      }
      int from = clamp((int) Math.floor(centre - radius + 0.5), sources - 1);
      int to = Math.max(from + 1, clamp((int) Math.floor(centre + radius + 0.5), sources));
      taps.first[output] = from;
      taps.weights[output] = weights(filter, from, to, centre, widening);
    }
    return taps;
  }

  private static int[] weights(Filter filter, int from, int to, double centre, double widening) {
    double[] raw = new double[to - from];
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = filter.weight((from + i + 0.5 - centre) / widening);
      sum += raw[i];
    }
    int[] weights = new int[raw.length];
    for (int i = 0; i < raw.length; i++) {
      double share = sum != 0 ? raw[i] / sum : 1.0 / raw.length;
      weights[i] = (int) Math.round(share * (1 << FRACTION_BITS));
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

  /** One past the last source sample of an output. */
  int end(int output) {
    return first[output] + weights[output].length;
  }

  /** Weights of the source samples from {@link #first} on; 2²² stands for 1. */
  int[] weights(int output) {
    return weights[output];
  }

  /** All weights together, the work that a line of outputs costs. */
  long count() {
    long count = 0;
    for (int[] each : weights) {
      count += each.length;
    }
    return count;
  }
}
