package io.perceiver.bench.measure;

import io.perceiver.api.PerceiverException;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Where measured values lie.
 *
 * @param median half of them are smaller
 * @param lowerQuartile a quarter of them is smaller
 * @param upperQuartile a quarter of them is larger
 * @param smallest of all
 * @param largest of all
 * @param count how many there are
 */
public record Spread(
    double median,
    double lowerQuartile,
    double upperQuartile,
    double smallest,
    double largest,
    int count) {

  /**
   * Of values in any order; quartiles are interpolated linearly (type 7 of Hyndman and Fan 1996).
   *
   * @throws PerceiverException if there are none
   */
  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new PerceiverException("nothing was measured, so there is no median");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(sorted);
    return new Spread(
        percentile.evaluate(50),
        percentile.evaluate(25),
        percentile.evaluate(75),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }

  /** In another unit; the change may be decreasing, as from seconds to a rate. */
  public Spread map(DoubleUnaryOperator change) {
    double low = change.applyAsDouble(lowerQuartile);
    double high = change.applyAsDouble(upperQuartile);
    double first = change.applyAsDouble(smallest);
    double last = change.applyAsDouble(largest);
    return new Spread(
        change.applyAsDouble(median),
        Math.min(low, high),
        Math.max(low, high),
        Math.min(first, last),
        Math.max(first, last),
        count);
  }
}
