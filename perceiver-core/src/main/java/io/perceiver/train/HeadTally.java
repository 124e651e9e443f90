package io.perceiver.train;

import io.perceiver.api.Head;
import io.perceiver.api.Metric;
import io.perceiver.evaluate.ConfusionCounter;
import io.perceiver.evaluate.HeadResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of one head in the making. Used by one thread. */
final class HeadTally {
  private final Head head;
  private final Map<String, Metric.Accumulator> metrics = new LinkedHashMap<>();
  private final ConfusionCounter confusion;
  private long examples;
  private double lossSum;

  HeadTally(Head head) {
    this.head = head;
    head.metrics().forEach(metric -> metrics.put(metric.name(), metric.start()));
    confusion = new ConfusionCounter(head.classes());
  }

  /** Adds one example that has a target. */
  void add(float[] output, float[] target, float loss) {
    examples++;
    lossSum += loss;
    metrics.values().forEach(metric -> metric.add(output, target));
    if (choosesAClass()) {
      confusion.add(output, target);
    }
  }

  private boolean choosesAClass() {
    return !head.classes().isEmpty();
  }

  HeadResult result() {
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach((name, metric) -> values.put(name, metric.value()));
    boolean higher = head.metrics().stream().findFirst().map(Metric::higherIsBetter).orElse(true);
    return new HeadResult(
        examples,
        examples == 0 ? Double.NaN : lossSum / examples,
        values,
        higher,
        choosesAClass() ? Optional.of(confusion.matrix()) : Optional.empty());
  }
}
