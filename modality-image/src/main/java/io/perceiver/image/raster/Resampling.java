package io.perceiver.image.raster;

/**
 * Changes the size of an image: bilinear when enlarging, antialiased by a triangle over all covered
 * pixels when shrinking. Source rows are visited once and in order, so memory beyond the result is a
 * float for each of its samples, however large the source is.
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

  private Raster run(Raster image) {
    int lineSize = columns.outputs() * channels;
    float[] sums = new float[Math.multiplyExact(rows.outputs(), lineSize)];
    float[] line = new float[lineSize];
    int open = 0;
    for (int row = rows.first(0); row < image.height(); row++) {
      while (open < rows.outputs() && row >= end(open)) {
        open++;
      }
      if (open == rows.outputs()) {
        break;
      }
      across(row, line);
      for (int output = open; output < rows.outputs() && rows.first(output) <= row; output++) {
        float weight = rows.weights(output)[row - rows.first(output)];
        accumulate(line, weight, sums, output * lineSize);
      }
    }
    return Raster.owning(rows.outputs(), columns.outputs(), channels, rounded(sums));
  }

  /** One past the last source row of an output row. */
  private int end(int output) {
    return rows.first(output) + rows.weights(output).length;
  }

  private void across(int row, float[] line) {
    int start = row * sourceLine;
    for (int column = 0; column < columns.outputs(); column++) {
      float[] weights = columns.weights(column);
      int first = start + columns.first(column) * channels;
      for (int channel = 0; channel < channels; channel++) {
        float sum = 0;
        int at = first + channel;
        for (float weight : weights) {
          sum += weight * (source[at] & 0xff);
          at += channels;
        }
        line[column * channels + channel] = sum;
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
