package io.perceiver.evaluate;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where a share lies with a confidence of 95 %.
 *
 * @param low its lower end, at least 0
 * @param high its upper end, at most 1
 */
public record Interval(double low, double high) {
  /** The confidence of every interval here. */
  public static final double CONFIDENCE = 0.95;

  /**
   * The Wilson score interval of a share (Wilson 1927), which holds what it promises for few trials
   * and for shares near 0 and 1 too.
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
            .createInterval(Math.toIntExact(trials), Math.toIntExact(successes), CONFIDENCE);
    // the ends of shares 0 and 1 are off by a rounding error
    return new Interval(
        successes == 0 ? 0 : found.getLowerBound(),
        successes == trials ? 1 : found.getUpperBound());
  }
}
