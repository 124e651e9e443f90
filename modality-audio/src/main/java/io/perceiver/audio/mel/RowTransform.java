package io.perceiver.audio.mel;

/**
 * The discrete Fourier transform of many sequences side by side, X(k) = Σ x(n) e^(-2πi kn / size)
 * for each: row n holds element n of all of them. In place, by decimation in frequency: passes of
 * radix 4 and, where the size is not a power of 4, a last one of radix 2 (Oppenheim and Schafer,
 * <i>Discrete-Time Signal Processing</i>, §9.3). No sequence's result depends on the others.
 * Immutable and thread-safe.
 *
 * <p>What comes out lies in another order, {@link #row}, which costs nothing, while sorting would.
 */
final class RowTransform {
  private final int size;
  private final double[] cos;
  private final double[] sin;
  private final int[] rows;

  /** Creates one of sequences with so many elements, a power of two. */
  RowTransform(int size) {
    this.size = size;
    this.cos = new double[size];
    this.sin = new double[size];
    this.rows = new int[size];
    for (int i = 0; i < size; i++) {
      double angle = -2 * Math.PI * i / size;
      cos[i] = Math.cos(angle);
      sin[i] = Math.sin(angle);
      rows[i] = row(i, size);
    }
  }

  /** A pass sends every radix-th frequency to one part of the rows, each part goes on alone. */
  private static int row(int frequency, int length) {
    if (length == 1) {
      return 0;
    }
    int radix = length == 2 ? 2 : 4;
    int part = length / radix;
    return frequency % radix * part + row(frequency / radix, part);
  }

  /** The row in which a frequency comes out. */
  int row(int frequency) {
    return rows[frequency];
  }

  /**
   * Transforms rows in place; which of the arrays hold the real parts changes, too.
   *
   * @param re (element, sequence): real parts
   * @param im (element, sequence): imaginary parts
   * @param count sequences, the first ones of every row
   */
  void apply(double[][] re, double[][] im, int count) {
    int length = size;
    for (; length >= 4; length /= 4) {
      for (int from = 0; from < size; from += length) {
        for (int i = 0; i < length / 4; i++) {
          radix4(re, im, from + i, length / 4, i * (size / length), count);
        }
      }
    }
    if (length == 2) {
      for (int from = 0; from < size; from += 2) {
        Rows.sumAndDifference(re[from], re[from + 1], count);
        Rows.sumAndDifference(im[from], im[from + 1], count);
      }
    }
  }

  /**
   * Four rows a, b, c, d become a + b + c + d, a - ib - c + id, a - b + c - d and a + ib - c - id,
   * the last three turned by one, two and three times an angle.
   */
  private void radix4(double[][] re, double[][] im, int a, int step, int angle, int count) {
    int b = a + step;
    int c = b + step;
    int d = c + step;
    Rows.sumsAndDifferences(re[a], re[b], re[c], re[d], count);
    Rows.sumsAndDifferences(im[a], im[b], im[c], im[d], count);
    // now b holds a - c and d holds b - d; with u and v for these, b becomes u - iv and d u + iv
    double[] realOfV = re[d];
    Rows.sumAndDifference(re[b], im[d], count);
    Rows.sumAndDifference(im[b], realOfV, count);
    re[d] = im[d];
    im[d] = im[b];
    im[b] = realOfV;
    if (angle != 0) {
      Rows.rotate(re[b], im[b], cos[angle], sin[angle], count);
      Rows.rotate(re[c], im[c], cos[2 * angle], sin[2 * angle], count);
      Rows.rotate(re[d], im[d], cos[3 * angle], sin[3 * angle], count);
    }
  }
}
