package io.perceiver.image.raster;

import java.util.Arrays;

/** Resizes 8-bit samples in whole-number arithmetic. */
final class ByteResampling {
  private static final int HALF = 1 << (Taps.FRACTION_BITS - 1);

  private ByteResampling() {}

  static Raster run(Raster image, Taps rows, Taps columns, boolean rowsFirst) {
    int channels = image.channels();
    int height = rows.outputs();
    int width = columns.outputs();
    byte[] samples = image.samples();
    if (rowsFirst) {
      byte[] lines = down(samples, 0, image.width() * channels, rows);
      return Raster.owning(
          height, width, channels, across(lines, 0, height, image.width(), channels, columns));
    }
    int top = rows.first(0);
    int span = span(rows) - top;
    byte[] narrow = across(samples, top, span, image.width(), channels, columns);
    return Raster.owning(height, width, channels, down(narrow, top, width * channels, rows));
  }

  /** One past the last source row of all. */
  private static int span(Taps rows) {
    int end = 0;
    for (int output = 0; output < rows.outputs(); output++) {
      end = Math.max(end, rows.end(output));
    }
    return end;
  }

  /**
   * Makes the output rows, each a weighted sum of source rows.
   *
   * @param skipped rows that are absent from the start of the source
   */
  private static byte[] down(byte[] source, int skipped, int line, Taps rows) {
    byte[] result = new byte[Math.multiplyExact(rows.outputs(), line)];
    int[] sums = new int[line];
    for (int output = 0; output < rows.outputs(); output++) {
      Arrays.fill(sums, HALF);
      int from = (rows.first(output) - skipped) * line;
      int[] weights = rows.weights(output);
      int tap = 0;
      for (; tap + 4 <= weights.length; tap += 4) {
        addFour(source, from + tap * line, weights, tap, sums);
      }
      for (; tap < weights.length; tap++) {
        addOne(source, from + tap * line, weights[tap], sums);
      }
      round(sums, result, output * line);
    }
    return result;
  }

  private static void addOne(byte[] source, int from, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * (source[from + i] & 0xff);
    }
  }

  /** Adds four rows at once, which spares three of four trips to memory for the sums. */
  private static void addFour(byte[] source, int from, int[] weights, int tap, int[] sums) {
    int line = sums.length;
    int second = from + line;
    int third = second + line;
    int fourth = third + line;
    int w0 = weights[tap];
    int w1 = weights[tap + 1];
    int w2 = weights[tap + 2];
    int w3 = weights[tap + 3];
    for (int i = 0; i < line; i++) {
      sums[i] +=
          w0 * (source[from + i] & 0xff)
              + w1 * (source[second + i] & 0xff)
              + w2 * (source[third + i] & 0xff)
              + w3 * (source[fourth + i] & 0xff);
    }
  }

  private static void round(int[] sums, byte[] result, int at) {
    for (int i = 0; i < sums.length; i++) {
      result[at + i] = level(sums[i]);
    }
  }

  private static byte level(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> Taps.FRACTION_BITS));
  }

  /** Resamples some rows of the source. */
  private static byte[] across(
      byte[] source, int top, int rows, int width, int channels, Taps columns) {
    byte[] result = new byte[Math.multiplyExact(rows, columns.outputs() * channels)];
    for (int row = 0; row < rows; row++) {
      int from = (top + row) * width * channels;
      int at = row * columns.outputs() * channels;
      if (channels == 3) {
        colours(source, from, columns, result, at);
      } else {
        greys(source, from, columns, result, at);
      }
    }
    return result;
  }

  private static void colours(byte[] source, int from, Taps columns, byte[] result, int start) {
    int at = start;
    for (int column = 0; column < columns.outputs(); column++) {
      int next = from + 3 * columns.first(column);
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int weight : columns.weights(column)) {
        red += weight * (source[next] & 0xff);
        green += weight * (source[next + 1] & 0xff);
        blue += weight * (source[next + 2] & 0xff);
        next += 3;
      }
      result[at] = level(red);
      result[at + 1] = level(green);
      result[at + 2] = level(blue);
      at += 3;
    }
  }

  private static void greys(byte[] source, int from, Taps columns, byte[] result, int at) {
    for (int column = 0; column < columns.outputs(); column++) {
      int next = from + columns.first(column);
      int sum = HALF;
      for (int weight : columns.weights(column)) {
        sum += weight * (source[next++] & 0xff);
      }
      result[at + column] = level(sum);
    }
  }
}
