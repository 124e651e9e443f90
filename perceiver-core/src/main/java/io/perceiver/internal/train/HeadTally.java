package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.MetricResult;
import io.perceiver.internal.head.ConfusionAccumulator;
import io.perceiver.internal.plugin.PluginCall;
import io.perceiver.nn.ModelOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one output in the making. Used by one thread. */
final class HeadTally {
  private final ModelOutput output;
  private final Map<Metric, Metric.Accumulator> metrics = new LinkedHashMap<>();
  private final Optional<ConfusionAccumulator> confusion;
  private long examples;
  private double lossSum;
  private double weightSum;

  HeadTally(ModelOutput output) {
    this.output = output;
    HeadOutput of = output.output();
    for (Metric metric : PluginCall.of(place("its metrics"), of::metrics)) {
      metrics.put(metric, PluginCall.of(place(metric), metric::start));
    }
    confusion =
        of.classes().isEmpty()
            ? Optional.empty()
            : Optional.of(new ConfusionAccumulator(of.classes(), ConfusionMatrix::accuracy));
  }

  /**
   * Adds a batch.
   *
   * @param loss sum over its elements of loss times weight
   * @param weight sum of the elements' weights
   */
  void add(NDArray values, TargetArray target, double loss, double weight) {
    for (float each : target.weights().toFloatArray()) {
      examples += each > 0 ? 1 : 0;
    }
    lossSum += loss;
    weightSum += weight;
    metrics.forEach((metric, sum) -> PluginCall.run(place(metric), () -> sum.add(values, target)));
    confusion.ifPresent(counts -> counts.add(values, target));
  }

  private String place(Metric metric) {
    return place("its metric '%s'".formatted(metric.name()));
  }

  private String place(String part) {
    return "head '%s': %s".formatted(output.head(), part);
  }

  HeadResult result() {
    List<MetricResult> figures = new ArrayList<>();
    metrics.forEach(
        (metric, sum) ->
            figures.add(
                PluginCall.of(
                    place(metric),
                    () ->
                        new MetricResult(
                            metric.name(), sum.value(), metric.higherIsBetter(), sum.interval()))));
    return new HeadResult(
        examples,
        weightSum == 0 ? Double.NaN : lossSum / weightSum,
        output.weight(),
        figures,
        confusion.map(ConfusionAccumulator::matrix));
  }
}
