package io.perceiver.train;

import java.util.Map;

/**
 * Figures over a set of examples.
 *
 * @param examples how many were counted
 * @param skipped how many could not be read and were left out
 * @param loss mean over examples that have a target, heads added up
 * @param metrics by {@code head/metric}, in order; the first is the primary one
 * @param higherIsBetter of the primary metric
 */
public record EvaluationResult(
    long examples, long skipped, double loss, Map<String, Double> metrics, boolean higherIsBetter) {

  /** The primary metric; minus the loss for a model without heads' metrics. */
  public double primary() {
    return metrics.isEmpty() ? -loss : metrics.values().iterator().next();
  }

  /** The value of the first metric of such a name, whatever its head; NaN where there is none. */
  public double metric(String name) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("/" + name))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Whether the primary metric is better than such a value; NaN is worse than any. */
  public boolean isBetterThan(double other) {
    return Double.isNaN(other) || (higherIsBetter ? primary() > other : primary() < other);
  }
}
