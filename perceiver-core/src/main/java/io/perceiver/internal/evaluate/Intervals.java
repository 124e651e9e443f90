package io.perceiver.internal.evaluate;

import io.perceiver.api.head.Interval;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Where figures lie with a confidence of 95 %. */
public final class Intervals {
  private Intervals() {}

  /**
   * Returns the Wilson score interval of a share (Wilson 1927), which holds what it promises for
   * few trials and for shares near 0 and 1 too.
   *
   * @param successes from 0 to {@code trials}
   * @param trials how often it was tried; 0 tells nothing, and gives 0 to 1
   * @throws ArithmeticException if there are more than 2³¹ trials
   */
  public static Interval wilson(long successes, long trials) {
    if (trials == 0) {
      return new Interval(0, 1);
    }
    ConfidenceInterval found =
        new WilsonScoreInterval()
            .createInterval(
                Math.toIntExact(trials), Math.toIntExact(successes), Interval.CONFIDENCE);
    // the ends of shares 0 and 1 are off by a rounding error
    return new Interval(
        successes == 0 ? 0 : found.getLowerBound(),
        successes == trials ? 1 : found.getUpperBound());
  }

  /**
   * Returns the interval of a mean by Student's t distribution.
   *
   * @param deviation standard deviation of the values
   * @param values how many there are, at least 2
   */
  public static Interval mean(double mean, double deviation, long values) {
    double quantile =
        new TDistribution(values - 1.0).inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
    double half = quantile * deviation / Math.sqrt(values);
    return new Interval(mean - half, mean + half);
  }
}
