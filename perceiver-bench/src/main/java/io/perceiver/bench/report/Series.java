package io.perceiver.bench.report;

import io.perceiver.api.PerceiverException;
import java.util.List;

/**
 * Points or bars of one name.
 *
 * @param name in the legend
 * @param x of the points; empty for bars
 * @param y of the points, or heights of the bars
 * @param error half the length of the bar drawn up and down from each y; empty for none
 */
public record Series(String name, List<Double> x, List<Double> y, List<Double> error) {

  /** Checks the lengths. */
  public Series {
    x = List.copyOf(x);
    y = List.copyOf(y);
    error = List.copyOf(error);
    boolean xFits = x.isEmpty() || x.size() == y.size();
    boolean errorFits = error.isEmpty() || error.size() == y.size();
    if (!xFits || !errorFits) {
      throw new PerceiverException(
          "series '%s' has %d x, %d y and %d errors"
              .formatted(name, x.size(), y.size(), error.size()));
    }
  }

  /** Points. */
  public static Series points(String name, List<Double> x, List<Double> y) {
    return new Series(name, x, y, List.of());
  }

  /** Bars. */
  public static Series bars(String name, List<Double> heights) {
    return new Series(name, List.of(), heights, List.of());
  }
}
