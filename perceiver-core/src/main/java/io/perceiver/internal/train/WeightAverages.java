package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import io.perceiver.internal.kernel.UpdateKernels;
import io.perceiver.train.Averaging;
import io.perceiver.train.AveragingConfig;
import io.perceiver.train.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Averages of a model's weights over the steps of a training, kept in the {@link OptimizerState}
 * under the slot {@value #SLOT}. Used by the training's thread.
 */
public final class WeightAverages {
  /** Of the averages among what a training remembers. */
  public static final String SLOT = "average";

  private final AveragingConfig config;
  private final UpdateKernels kernels;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> averages = new ArrayList<>();

  private WeightAverages(AveragingConfig config, UpdateKernels kernels) {
    this.config = config;
    this.kernels = kernels;
  }

  /**
   * The averages as they are remembered; else, before the first step, the weights.
   *
   * @param parameters all of the model's, by name
   * @param state owns the averages
   */
  static WeightAverages of(
      AveragingConfig config,
      Map<String, Parameter> parameters,
      OptimizerState state,
      UpdateKernels kernels) {
    WeightAverages made = new WeightAverages(config, kernels);
    if (config.type() == Averaging.EMA) {
      parameters.forEach(
          (name, parameter) -> {
            made.weights.add(parameter.getArray());
            made.averages.add(state.slot(SLOT, name, parameter.getArray()));
          });
    }
    return made;
  }

  /**
   * Takes in the weights after a step.
   *
   * @param step from 1
   */
  void update(long step) {
    if (!averages.isEmpty()) {
      kernels.average(averages, weights, config.decayAt(step));
    }
  }

  /** Does something with the averages as the model's weights; afterwards both are as they were. */
  <T> T inPlaceOfWeights(Supplier<T> work) {
    exchange();
    try {
      return work.get();
    } finally {
      exchange();
    }
  }

  /** Value by value, so that whoever holds a parameter's array sees it. */
  private void exchange() {
    NDIndex all = new NDIndex("...");
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      NDArray average = averages.get(i);
      try (NDManager scratch = weight.getManager().newSubManager()) {
        NDArray kept = scratch.zeros(weight.getShape(), weight.getDataType());
        kept.set(all, weight);
        weight.set(all, average);
        average.set(all, kept);
      }
    }
  }
}
