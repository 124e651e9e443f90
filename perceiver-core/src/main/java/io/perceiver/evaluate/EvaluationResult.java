package io.perceiver.evaluate;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures over a set of examples.
 *
 * @param examples how many were counted, each with the modalities it has
 * @param skipped how many could not be read and were left out
 * @param heads by name, in order; the first holds the primary metric
 * @param subsets the same examples with modalities hidden, in the order asked for; empty where none
 *     was asked for
 */
public record EvaluationResult(
    long examples, long skipped, Map<String, HeadResult> heads, List<SubsetResult> subsets) {

  /** Keeps its own copies, in order. */
  public EvaluationResult {
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
    subsets = List.copyOf(subsets);
  }

  /** Mean loss over all targets of all heads; NaN where there are none. */
  public double loss() {
    return meanLoss(heads.values());
  }

  private static double meanLoss(Collection<HeadResult> heads) {
    List<HeadResult> counted = heads.stream().filter(head -> head.examples() > 0).toList();
    if (counted.size() == 1) {
      return counted.get(0).loss();
    }
    double sum = counted.stream().mapToDouble(head -> head.loss() * head.examples()).sum();
    return sum / counted.stream().mapToLong(HeadResult::examples).sum();
  }

  /** All metrics by {@code head/metric}, in order; the first is the primary one. */
  public Map<String, Double> metrics() {
    Map<String, Double> all = new LinkedHashMap<>();
    heads.forEach(
        (head, result) ->
            result.metrics().forEach((name, value) -> all.put(head + "/" + name, value)));
    return all;
  }

  /** The value of the first metric of such a name, whatever its head; NaN where there is none. */
  public double metric(String name) {
    return heads.values().stream()
        .filter(head -> head.metrics().containsKey(name))
        .mapToDouble(head -> head.metrics().getOrDefault(name, Double.NaN))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The primary metric: the first head's first; minus the loss for a model without metrics. */
  public double primary() {
    return metrics().values().stream().findFirst().orElseGet(() -> -loss());
  }

  /** Whether the primary metric is better than such a value; NaN is worse than any. */
  public boolean isBetterThan(double other) {
    return Double.isNaN(other) || (higherIsBetter() ? primary() > other : primary() < other);
  }

  private boolean higherIsBetter() {
    Optional<HeadResult> first =
        heads.values().stream().filter(head -> !head.metrics().isEmpty()).findFirst();
    return first.map(HeadResult::higherIsBetter).orElse(true);
  }
}
