package io.perceiver.evaluate;

import io.perceiver.api.head.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Figures of one output of a head over a set of examples.
 *
 * @param examples how many had a target for it
 * @param loss mean loss of its elements; NaN where there are none
 * @param weight what the loss counts in the model's
 * @param figures its metrics, in the head's order; the first is the primary one
 * @param confusion of an output that chooses one of several classes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HeadResult(
    long examples,
    double loss,
    double weight,
    List<MetricResult> figures,
    Optional<ConfusionMatrix> confusion) {

  /** Keeps its own copy of the figures. */
  public HeadResult {
    figures = List.copyOf(figures);
  }

  /** Returns the values of its metrics by name, in the head's order. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    figures.forEach(figure -> metrics.put(figure.name(), figure.value()));
    return metrics;
  }

  /** Returns where its accuracy lies with 95 % confidence, if it chooses a class. */
  public Optional<Interval> accuracyInterval() {
    return confusion.map(ConfusionMatrix::accuracyInterval);
  }
}
