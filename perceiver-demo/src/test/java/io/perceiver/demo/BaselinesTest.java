package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The demo cannot be solved by looking at pixels one by one, or by remembering pictures. */
class BaselinesTest {
  private static final int KINDS = Kind.values().length;
  private static final double CEILING = 0.60;

  private static Pixels train;
  private static Pixels test;

  @BeforeAll
  static void draw() {
    Pixels raw = Pixels.draw(1, Difficulty.DEFAULT, Split.TRAIN, Sizes.DEFAULT.train());
    test =
        Pixels.draw(1, Difficulty.DEFAULT, Split.TEST, Sizes.DEFAULT.test()).standardisedBy(raw);
    train = raw.standardisedBy(raw);
  }

  @Test
  void nearestNeighbourStaysBelowSixtyPercent(TestReporter reporter) {
    double accuracy = new NearestNeighbour(train).accuracy(test);
    reporter.publishEntry("1-nearest-neighbour test accuracy", String.valueOf(accuracy));
    assertThat(accuracy).isBetween(1.0 / KINDS, CEILING);
  }

  @Test
  void logisticRegressionAtItsOptimumStaysBelowSixtyPercent(TestReporter reporter) {
    assertThat(accuracyAtOptimum(1e-4, 1e-2, reporter)).isBetween(1.0 / KINDS, CEILING);
  }

  @Test
  void stronglyRegularisedLogisticRegressionStaysBelowSixtyPercent(TestReporter reporter) {
    assertThat(accuracyAtOptimum(0.3, 1e-3, reporter)).isBetween(1.0 / KINDS, CEILING);
  }

  private static double accuracyAtOptimum(double decay, double tolerance, TestReporter reporter) {
    SoftmaxRegression loss = new SoftmaxRegression(train, KINDS, decay);
    Minimiser.Result optimum =
        Minimiser.minimise(loss::lossAndGradient, loss.dimensions(), tolerance, 1000);
    double accuracy = new SoftmaxRegression(test, KINDS, decay).accuracy(optimum.point());
    reporter.publishEntry(
        "logistic regression, decay " + decay,
        "test accuracy " + accuracy
            + ", train accuracy " + loss.accuracy(optimum.point())
            + ", train loss " + optimum.value()
            + ", iterations " + optimum.iterations());
    assertThat(optimum.converged()).isTrue();
    return accuracy;
  }
}
