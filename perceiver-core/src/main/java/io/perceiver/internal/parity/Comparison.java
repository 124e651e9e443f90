package io.perceiver.internal.parity;

import java.util.ArrayList;
import java.util.List;

/** Gathers the differences of one case. */
final class Comparison {
  /** Outputs of the peer agree with their own float64 run to 2.6e-6. */
  static final double OUTPUT_TOLERANCE = 1e-5;

  static final double LOSS_TOLERANCE = 1e-4;
  private static final double GRADIENT_RELATIVE = 1e-4;
  private static final double GRADIENT_ABSOLUTE = 1e-7;

  private final List<String> wrong = new ArrayList<>();
  private double outputError = Double.NaN;
  private double gradientError = Double.NaN;
  private double lossError = Double.NaN;

  void output(String name, float[] expected, float[] actual) {
    double error = largestDifference(expected, actual);
    outputError = larger(outputError, error);
    judge(name, error, OUTPUT_TOLERANCE);
  }

  void gradient(String name, float[] expected, float[] actual) {
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    double allowed = GRADIENT_RELATIVE * largest + GRADIENT_ABSOLUTE;
    double error = largestDifference(expected, actual);
    gradientError = larger(gradientError, error / allowed);
    judge("gradient of " + name, error, allowed);
  }

  void losses(String name, float[] expected, float[] actual) {
    double error = largestDifference(expected, actual);
    lossError = larger(lossError, error);
    judge(name, error, LOSS_TOLERANCE);
  }

  /** Infinite where the lengths differ or a value is NaN. */
  private static double largestDifference(float[] expected, float[] actual) {
    if (expected.length != actual.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - actual[i]);
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest;
  }

  private static double larger(double soFar, double error) {
    return Double.isNaN(soFar) ? error : Math.max(soFar, error);
  }

  private void judge(String name, double error, double allowed) {
    if (!(error <= allowed)) {
      wrong.add("%s differs by %.3g, allowed %.3g".formatted(name, error, allowed));
    }
  }

  ParityResult result(String name) {
    boolean compared = !Double.isNaN(outputError);
    if (!compared) {
      wrong.add("the case holds no output to compare");
    }
    return new ParityResult(
        name,
        wrong.isEmpty() ? ParityStatus.PASSED : ParityStatus.FAILED,
        outputError,
        gradientError,
        lossError,
        String.join("; ", wrong));
  }
}
