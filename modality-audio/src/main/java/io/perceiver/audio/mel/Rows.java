package io.perceiver.audio.mel;

/**
 * Arithmetic on rows: arrays of one value for each frame. All loops run over all rows' same places
 * and stay this short, so that the compiler turns each into vector instructions; one loop with a
 * whole butterfly and its factors is too long for that and takes twice the time.
 */
final class Rows {
  private Rows() {}

  /** a, b ← a + b, a - b. */
  static void sumAndDifference(double[] a, double[] b, int count) {
    for (int i = 0; i < count; i++) {
      double sum = a[i] + b[i];
      double difference = a[i] - b[i];
      a[i] = sum;
      b[i] = difference;
    }
  }

  /** a, b, c, d ← (a + c) + (b + d), a - c, (a + c) - (b + d), b - d. */
  static void sumsAndDifferences(double[] a, double[] b, double[] c, double[] d, int count) {
    for (int i = 0; i < count; i++) {
      double even = a[i] + c[i];
      double odd = b[i] + d[i];
      double evenDifference = a[i] - c[i];
      double oddDifference = b[i] - d[i];
      a[i] = even + odd;
      b[i] = evenDifference;
      c[i] = even - odd;
      d[i] = oddDifference;
    }
  }

  /** re + i im ← (re + i im) × (cos + i sin). */
  static void rotate(double[] re, double[] im, double cos, double sin, int count) {
    for (int i = 0; i < count; i++) {
      double x = re[i];
      double y = im[i];
      re[i] = x * cos - y * sin;
      im[i] = x * sin + y * cos;
    }
  }

  /** re ← (re² + im²) × factor. */
  static void power(double[] re, double[] im, double factor, int count) {
    for (int i = 0; i < count; i++) {
      re[i] = (re[i] * re[i] + im[i] * im[i]) * factor;
    }
  }

  /** a ← a² × factor. */
  static void square(double[] a, double factor, int count) {
    for (int i = 0; i < count; i++) {
      a[i] = a[i] * a[i] * factor;
    }
  }

  /** sum ← sum + weight × a. */
  static void add(double[] sum, double[] a, double weight, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += weight * a[i];
    }
  }
}
