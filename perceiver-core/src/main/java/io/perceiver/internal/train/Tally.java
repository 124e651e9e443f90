package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.TargetArray;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The figures of all outputs of a model in the making. Used by one thread. */
final class Tally {
  private final Model model;
  private final Map<String, HeadTally> outputs = new LinkedHashMap<>();
  private long examples;

  Tally(Model model) {
    this.model = model;
    model.outputs().forEach((name, output) -> outputs.put(name, new HeadTally(output)));
  }

  /**
   * Adds the examples of a batch.
   *
   * @param batch with weights of 0 for those that do not count
   * @param said by output, what the model said
   * @param counted how many examples count
   */
  void add(DeviceBatch batch, Map<String, NDArray> said, int counted) {
    examples += counted;
    BatchLoss loss = new BatchLoss(model, batch, HeadOutput::evaluationLoss);
    loss.weights()
        .forEach(
            (name, weight) -> {
              NDArray values = Objects.requireNonNull(said.get(name), name);
              TargetArray target = batch.targets(name).get(0).target();
              tally(name).add(values, target, loss.sum(name, values).getFloat(), weight);
            });
  }

  private HeadTally tally(String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  /** How many were added, with a target or without. */
  long examples() {
    return examples;
  }

  Map<String, HeadResult> results() {
    Map<String, HeadResult> results = new LinkedHashMap<>();
    outputs.forEach((name, tally) -> results.put(name, tally.result()));
    return results;
  }
}
