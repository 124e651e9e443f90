package io.perceiver.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of one head over a set of examples.
 *
 * @param examples how many had a target for it
 * @param loss their mean; NaN where there are none
 * @param metrics by name, in the head's order; the first is the primary one
 * @param higherIsBetter of the primary metric
 * @param confusion of a head that chooses one of several classes
 */
public record HeadResult(
    long examples,
    double loss,
    Map<String, Double> metrics,
    boolean higherIsBetter,
    Optional<ConfusionMatrix> confusion) {

  /** Keeps its own copy of the metrics, in order. */
  public HeadResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** Where its accuracy lies with 95 % confidence, for a head that has one. */
  public Optional<Interval> accuracyInterval() {
    return confusion.map(ConfusionMatrix::accuracyInterval);
  }
}
