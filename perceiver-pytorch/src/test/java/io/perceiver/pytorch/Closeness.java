package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Assertions on arrays that say where they differ first. */
final class Closeness {

  private static final double ROUNDING = 2e-5;

  private Closeness() {}

  /** Every |actual - expected| is at most the tolerance. */
  static void assertClose(String what, float[] actual, float[] expected, double tolerance) {
    assertThat(actual.length).as(what + ": length").isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      double error = Math.abs((double) actual[i] - expected[i]);
      assertThat(error <= tolerance)
          .as(
              "%s: index %d is %s, expected %s within %s",
              what, i, actual[i], expected[i], tolerance)
          .isTrue();
    }
  }

  /** Every |actual - expected| is at most the tolerance. */
  static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
    assertThat(actual.length).as(what + ": length").isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) <= tolerance)
          .as(
              "%s: index %d is %s, expected %s within %s",
              what, i, actual[i], expected[i], tolerance)
          .isTrue();
    }
  }

  /**
   * Every difference is at most a share of the largest expected number, plus rounding: some
   * gradients, such as that of a key's bias, are zero but for it.
   */
  static void assertRelativelyClose(String what, double[] actual, double[] expected, double share) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertClose(what, actual, expected, share * largest + ROUNDING);
  }

  /** Equal values within 1e-5 and gradients within 1e-4 of each one's largest number. */
  static void assertSame(Differentiated actual, Differentiated expected) {
    assertRelativelyClose("value", actual.value(), expected.value(), 1e-5);
    for (int i = 0; i < expected.gradients().size(); i++) {
      assertRelativelyClose(
          "gradient of input " + i, actual.gradients().get(i), expected.gradients().get(i), 1e-4);
    }
  }

  /** The largest difference, for proofs that something does have an effect. */
  static double largestDifference(float[] first, float[] second) {
    assertThat(first.length).isEqualTo(second.length);
    double largest = 0;
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs((double) first[i] - second[i]));
    }
    return largest;
  }
}
