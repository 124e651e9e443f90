package io.perceiver.evaluate;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Figures over a set of examples.
 *
 * @param examples how many were counted, each with the modalities it has
 * @param skipped how many could not be read and were left out
 * @param heads by output, in order; the first holds the primary metric
 * @param subsets the same examples with modalities hidden, in the order asked for; empty where none
 *     was asked for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EvaluationResult(
    long examples, long skipped, Map<String, HeadResult> heads, List<SubsetResult> subsets) {
  /** What names the loss where a metric is asked for. */
  public static final String LOSS = "loss";

  /** Keeps its own copies, in order. */
  public EvaluationResult {
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
    subsets = List.copyOf(subsets);
  }

  /**
   * Returns the loss as training sums it up: the mean losses of the outputs that had targets, each
   * times its weight; NaN where there are none.
   */
  public double loss() {
    return heads.values().stream()
        .filter(head -> head.examples() > 0)
        .mapToDouble(head -> head.weight() * head.loss())
        .reduce(Double::sum)
        .orElse(Double.NaN);
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

  /**
   * Returns the figure that chooses the best of several models.
   *
   * @param chooseBy {@code OUTPUT/METRIC}, {@code loss}, or empty for the first metric of the first
   *     output that has one; without any metric that is the loss
   * @throws PerceiverException if there is no such metric; says which there are
   */
  public double chosen(String chooseBy) {
    return choosing(chooseBy).value();
  }

  /** Returns whether the figure that chooses is better than such a value; NaN is never better. */
  public boolean isBetterThan(double other, String chooseBy) {
    MetricResult figure = choosing(chooseBy);
    double value = figure.value();
    return !Double.isNaN(value)
        && (Double.isNaN(other) || (figure.higherIsBetter() ? value > other : value < other));
  }

  private MetricResult choosing(String chooseBy) {
    Map<String, MetricResult> all = new LinkedHashMap<>();
    heads.forEach(
        (head, result) ->
            result.figures().forEach(figure -> all.put(head + "/" + figure.name(), figure)));
    all.put(LOSS, new MetricResult(LOSS, loss(), false, Optional.empty()));
    MetricResult found = all.get(chooseBy.isEmpty() ? all.keySet().iterator().next() : chooseBy);
    if (found == null) {
      throw new PerceiverException(
          "training.chooseBy: '%s' is not a metric of the model; it has %s.%s"
              .formatted(
                  chooseBy,
                  String.join(", ", all.keySet()),
                  Nearest.question(chooseBy, all.keySet())));
    }
    return found;
  }
}
