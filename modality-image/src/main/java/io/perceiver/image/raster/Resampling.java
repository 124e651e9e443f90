package io.perceiver.image.raster;

import java.util.function.IntFunction;

/**
 * Changes the size of an image: bilinear when enlarging, antialiased by a triangle over all covered
 * pixels when shrinking. Source rows are visited once and in order, so memory beyond the result is
 * a few floats for each of its samples and each source row and column, and time grows with the
 * larger of source and result.
 */
public final class Resampling {
  private final byte[] source;
  private final int sourceLine;
  private final int channels;
  private final Taps rows;
  private final Taps columns;

  private Resampling(Raster source, Taps rows, Taps columns) {
    this.source = source.samples();
    this.sourceLine = source.width() * source.channels();
    this.channels = source.channels();
    this.rows = rows;
    this.columns = columns;
  }

  /** The whole image in another size; the image itself where it has that size. */
  public static Raster resize(Raster image, int height, int width) {
    return image.height() == height && image.width() == width
        ? image
        : resize(image, Box.whole(image), height, width);
  }

  /**
   * A part of an image in the given size, as if the whole were resized and then cut. A part of that
   * size with edges between no pixels is copied exactly.
   */
  public static Raster resize(Raster image, Box part, int height, int width) {
    Taps rows = Taps.triangle(part.top(), part.height(), image.height(), height);
    Taps columns = Taps.triangle(part.left(), part.width(), image.width(), width);
    return new Resampling(image, rows, columns).run(image);
  }

  /** Narrows lines before they are added up and widens them after, whichever is less work. */
  private Raster run(Raster image) {
    boolean narrows = columns.outputs() < image.width();
    float[] sums =
        narrows
            ? down(columns.outputs(), this::narrowed)
            : widened(down(image.width(), this::line));
    return Raster.owning(rows.outputs(), columns.outputs(), channels, rounded(sums));
  }

  /** The output rows, each the weighted sum of lines of the given width. */
  private float[] down(int width, IntFunction<float[]> lines) {
    int lineSize = width * channels;
    float[] sums = new float[Math.multiplyExact(rows.outputs(), lineSize)];
    int open = 0;
    for (int row = rows.first(0); row < end(rows.outputs() - 1); row++) {
      while (row >= end(open)) {
        open++;
      }
      float[] line = lines.apply(row);
      for (int output = open; output < rows.outputs() && rows.first(output) <= row; output++) {
        float weight = rows.weights(output)[row - rows.first(output)];
        accumulate(line, weight, sums, output * lineSize);
      }
    }
    return sums;
  }

  /** One past the last source row of an output row. */
  private int end(int output) {
    return rows.first(output) + rows.weights(output).length;
  }

  /** A source row as it is. */
  private float[] line(int row) {
    float[] line = new float[sourceLine];
    for (int i = 0; i < sourceLine; i++) {
      line[i] = source[row * sourceLine + i] & 0xff;
    }
    return line;
  }

  private float[] narrowed(int row) {
    float[] narrow = new float[columns.outputs() * channels];
    across(line(row), 0, narrow, 0);
    return narrow;
  }

  private float[] widened(float[] lines) {
    int lineSize = columns.outputs() * channels;
    float[] wide = new float[Math.multiplyExact(rows.outputs(), lineSize)];
    for (int row = 0; row < rows.outputs(); row++) {
      across(lines, row * sourceLine, wide, row * lineSize);
    }
    return wide;
  }

  /** Resamples one line. */
  private void across(float[] from, int start, float[] to, int at) {
    for (int column = 0; column < columns.outputs(); column++) {
      float[] weights = columns.weights(column);
      int first = start + columns.first(column) * channels;
      for (int channel = 0; channel < channels; channel++) {
        float sum = 0;
        int next = first + channel;
        for (float weight : weights) {
          sum += weight * from[next];
          next += channels;
        }
        to[at + column * channels + channel] = sum;
      }
    }
  }

  private static void accumulate(float[] line, float weight, float[] sums, int at) {
    for (int i = 0; i < line.length; i++) {
      sums[at + i] += weight * line[i];
    }
  }

  private static byte[] rounded(float[] sums) {
    byte[] samples = new byte[sums.length];
    for (int i = 0; i < sums.length; i++) {
      samples[i] = (byte) Math.max(0, Math.min(255, (int) (sums[i] + 0.5f)));
    }
    return samples;
  }
}
