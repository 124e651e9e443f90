package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.api.Example;
import io.perceiver.api.Head;
import io.perceiver.api.Metric;
import io.perceiver.data.BatchLoader;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.BatchOptions;
import io.perceiver.data.HostBatch;
import io.perceiver.data.TargetBatch;
import io.perceiver.nn.PerceiverOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Figures of a model over a set of examples, each seen once, as it is. Used by one thread. */
public final class Evaluation {
  private final Model model;
  private final Map<String, Map<String, Metric.Accumulator>> counts = new LinkedHashMap<>();
  private long examples;
  private double lossSum;
  private double lossWeight;

  private Evaluation(Model model) {
    this.model = model;
    model
        .heads()
        .forEach(
            (name, head) -> {
              Map<String, Metric.Accumulator> metrics = new LinkedHashMap<>();
              head.metrics().forEach(metric -> metrics.put(metric.name(), metric.start()));
              counts.put(name, metrics);
            });
  }

  /**
   * Evaluates.
   *
   * @param progress hears how many examples are done
   */
  public static EvaluationResult of(
      Model model,
      List<Example> examples,
      BatchMaker maker,
      BatchOptions options,
      LongConsumer progress) {
    Evaluation evaluation = new Evaluation(model);
    try (BatchLoader batches = new BatchLoader(examples, maker, options)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          evaluation.add(batch);
          progress.accept(evaluation.examples);
        }
      }
    }
    return evaluation.result(examples.size() - evaluation.examples);
  }

  private void add(HostBatch batch) {
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, manager);
      PerceiverOutput output =
          model.network().forward(new ParameterStore(manager, false), arrays.inputs(), false);
      model
          .heads()
          .forEach(
              (name, head) ->
                  add(
                      name,
                      head,
                      Objects.requireNonNull(batch.targets().get(name)),
                      output.head(name),
                      arrays.target(name).values()));
      examples += batch.size();
    }
  }

  private void add(
      String name, Head head, TargetBatch targets, NDArray output, NDArray targetArray) {
    float[] losses = head.evaluationLoss().perExample(output, targetArray).toFloatArray();
    float[] all = output.toFloatArray();
    int size = all.length / losses.length;
    for (int i = 0; i < losses.length; i++) {
      if (targets.weights()[i] > 0) {
        lossSum += losses[i];
        lossWeight += 1;
        float[] row = new float[size];
        System.arraycopy(all, i * size, row, 0, size);
        float[] target = targets.row(i);
        counts.getOrDefault(name, Map.of()).values().forEach(count -> count.add(row, target));
      }
    }
  }

  private EvaluationResult result(long skipped) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    counts.forEach(
        (head, byName) ->
            byName.forEach((name, count) -> metrics.put(head + "/" + name, count.value())));
    boolean higher =
        model.heads().values().stream()
            .flatMap(head -> head.metrics().stream())
            .findFirst()
            .map(Metric::higherIsBetter)
            .orElse(true);
    return new EvaluationResult(
        examples, skipped, lossWeight == 0 ? Double.NaN : lossSum / lossWeight, metrics, higher);
  }
}
