package io.perceiver.bench.claims;

import io.perceiver.api.PerceiverException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A mean over seeds, and how far its 95 % confidence interval reaches to either side (Student's t;
 * of three seeds it is 2.5 standard deviations, of one unbounded).
 *
 * @param mean of the values
 * @param halfWidth 0 or more; infinite for a single value
 * @param count how many values
 */
record MeanInterval(double mean, double halfWidth, long count) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Of values.
   *
   * @throws PerceiverException if there are none
   */
  static MeanInterval of(List<Double> values) {
    if (values.isEmpty()) {
      throw new PerceiverException("no training was finished, so there is no mean");
    }
    SummaryStatistics statistics = new SummaryStatistics();
    values.forEach(statistics::addValue);
    long count = statistics.getN();
    if (count == 1) {
      return new MeanInterval(statistics.getMean(), Double.POSITIVE_INFINITY, 1);
    }
    double quantile =
        new TDistribution(count - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double error = statistics.getStandardDeviation() / Math.sqrt(count);
    return new MeanInterval(statistics.getMean(), quantile * error, count);
  }

  /** What to draw; nothing where it has no bounds. */
  double drawnHalfWidth() {
    return Double.isFinite(halfWidth) ? halfWidth : 0;
  }

  /** As people read it: {@code 87.53 ± 0.41}. */
  String words() {
    return words("%.2f");
  }

  /** Returns a copy with its sign: {@code -12.80 ± 1.10}. */
  String signed() {
    return words("%+.2f");
  }

  private String words(String format) {
    String value = String.format(Locale.ROOT, format, mean);
    return Double.isFinite(halfWidth)
        ? value + String.format(Locale.ROOT, " ± %.2f", halfWidth)
        : value + " (one seed)";
  }
}
