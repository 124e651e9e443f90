package io.perceiver.audio.signal;

import java.util.Arrays;

/**
 * A channel's samples laid out as a matrix, so that filtering many outputs at once is a sum of
 * weighted rows. Sample c × period + r lies in row r and column c; around it lies silence. Used by
 * one thread.
 *
 * <p>A filter is no longer than a period, so it covers parts of two columns. Each part has sums of
 * its own that lie at the same index as what is added to them: only then does the compiler turn the
 * loop into vector instructions.
 */
final class Columns {
  /** Outputs of one sum: few enough that all rows stay in the processor's cache. */
  static final int WIDTH = 256;

  // a filter that begins before the start, and one that ends behind the end
  private static final int MARGIN = 2;

  private final int period;
  private final float[][] rows;
  private final float[] inFirst;
  private final float[] inSecond;
  private final float[] sums = new float[WIDTH];

  /**
   * Lays samples out.
   *
   * @param period samples from one column to the next
   */
  Columns(float[] samples, int period) {
    this.period = period;
    int columns = (samples.length + period - 1) / period + 2 * MARGIN;
    this.rows = new float[period][columns];
    this.inFirst = new float[columns];
    this.inSecond = new float[columns];
    for (int row = 0; row < period; row++) {
      float[] target = rows[row];
      int column = MARGIN;
      for (int i = row; i < samples.length; i += period) {
        target[column++] = samples[i];
      }
    }
  }

  /**
   * Filters.
   *
   * @param input the sample that meets the first weight, for column 0; from -period on
   * @param weights of the samples from there on, at most a period
   * @param first column of the first output
   * @param count outputs, at most {@link #WIDTH}
   * @return the outputs, by column; valid until the next call
   */
  float[] weighted(int input, float[] weights, int first, int count) {
    int row = Math.floorMod(input, period);
    int from = Math.floorDiv(input, period) + MARGIN + first;
    int split = Math.min(weights.length, period - row);
    sum(inFirst, from, from + count, row, weights, 0, split);
    sum(inSecond, from + 1, from + 1 + count, 0, weights, split, weights.length);
    for (int i = 0; i < count; i++) {
      sums[i] = inFirst[from + i] + inSecond[from + 1 + i];
    }
    return sums;
  }

  /** Sums up consecutive rows by some of the weights. */
  private void sum(float[] target, int from, int to, int row, float[] weights, int begin, int end) {
    Arrays.fill(target, from, to, 0);
    int i = begin;
    int at = row;
    for (; i + 3 < end; i += 4) {
      addFour(target, from, to, at, weights, i);
      at += 4;
    }
    for (; i < end; i++) {
      add(target, from, to, rows[at], weights[i]);
      at++;
    }
  }

  private static void add(float[] sums, int from, int to, float[] row, float weight) {
    for (int i = from; i < to; i++) {
      sums[i] += weight * row[i];
    }
  }

  private void addFour(float[] sums, int from, int to, int row, float[] weights, int at) {
    float[] a = rows[row];
    float[] b = rows[row + 1];
    float[] c = rows[row + 2];
    float[] d = rows[row + 3];
    float wa = weights[at];
    float wb = weights[at + 1];
    float wc = weights[at + 2];
    float wd = weights[at + 3];
    for (int i = from; i < to; i++) {
      sums[i] += (wa * a[i] + wb * b[i]) + (wc * c[i] + wd * d[i]);
    }
  }
}
