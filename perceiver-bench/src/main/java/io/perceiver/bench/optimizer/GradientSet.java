package io.perceiver.bench.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import io.perceiver.bench.subject.DrawnBatch;
import io.perceiver.bench.subject.Subject;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.kernel.Compute;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Arrays of the shapes of a model's parameters, each with a made-up gradient. */
final class GradientSet implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-4;

  private final NDManager memory;
  private final List<ParameterUpdate> updates = new ArrayList<>();

  /** Creates one for these parameters, whose own values are left alone. */
  GradientSet(Map<String, Parameter> parameters, long seed, Compute compute) {
    memory = compute.newManager();
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, "gradients", 0));
    parameters.forEach(
        (name, parameter) ->
            updates.add(
                new ParameterUpdate(
                    name,
                    true,
                    1,
                    DrawnBatch.normal(memory, parameter.getShape(), random),
                    DrawnBatch.normal(memory, parameter.getShape(), random))));
  }

  /** Numbers in all. */
  long size() {
    return updates.stream().mapToLong(update -> update.value().size()).sum();
  }

  /** Clips the global norm. */
  void clip(Kernels kernels) {
    try (NDArray norm = kernels.clipGlobalNorm(gradients(), Subject.CLIP_NORM)) {
      norm.getFloat();
    }
  }

  private List<NDArray> gradients() {
    return updates.stream().map(ParameterUpdate::gradient).toList();
  }

  /** Steps of an optimiser of this project, with a memory of its own. */
  Runnable steps(String type, Kernels kernels) {
    OptimizerConfig config = new OptimizerConfig(type, LEARNING_RATE, 0.9, 0.9, 0.999, 1e-8, 0.05);
    var optimizer = Optimizers.of(config, kernels);
    OptimizerState state = new OptimizerState(memory);
    return () -> {
      optimizer.step(updates, LEARNING_RATE, state);
      waitForValues();
    };
  }

  /** Steps of DJL's Adam. */
  Runnable djlAdam() {
    Optimizer adam = Optimizer.adam().build();
    return () -> {
      updates.forEach(update -> adam.update(update.name(), update.value(), update.gradient()));
      waitForValues();
    };
  }

  private void waitForValues() {
    try (NDArray last = updates.get(updates.size() - 1).value().flatten();
        NDArray one = last.get("0")) {
      one.getFloat();
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
