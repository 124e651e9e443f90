package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.kernel.AdamSettings;
import io.perceiver.kernel.AdamState;
import io.perceiver.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015) and AdamW (Loshchilov and Hutter 2019); epsilon is added after bias
 * correction, and each parameter counts its own steps.
 */
public final class Adam implements Optimizer {
  private final OptimizerConfig config;
  private final boolean decoupled;
  private final Kernels kernels;

  /**
   * Makes one.
   *
   * @param decoupled whether decay shrinks the value itself (AdamW) or is added to the gradient
   */
  public Adam(OptimizerConfig config, boolean decoupled, Kernels kernels) {
    this.config = config;
    this.decoupled = decoupled;
    this.kernels = kernels;
  }

  @Override
  public void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state) {
    double decay = config.weightDecay();
    if (!decoupled && decay > 0) {
      updates.stream().filter(ParameterUpdate::decays).forEach(update -> addDecay(update, decay));
    }
    double shrink = decoupled ? decay : 0;
    step(updates.stream().filter(ParameterUpdate::decays).toList(), learningRate, shrink, state);
    step(updates.stream().filter(update -> !update.decays()).toList(), learningRate, 0, state);
  }

  private static void addDecay(ParameterUpdate update, double decay) {
    try (NDArray pull = update.value().mul(decay)) {
      update.gradient().addi(pull);
    }
  }

  private void step(
      List<ParameterUpdate> updates, double learningRate, double shrink, OptimizerState state) {
    if (updates.isEmpty()) {
      return;
    }
    List<NDArray> values = new ArrayList<>();
    List<NDArray> gradients = new ArrayList<>();
    List<NDArray> first = new ArrayList<>();
    List<NDArray> second = new ArrayList<>();
    List<NDArray> steps = new ArrayList<>();
    for (ParameterUpdate update : updates) {
      Shape shape = update.value().getShape();
      values.add(update.value());
      gradients.add(update.gradient());
      first.add(state.slot("firstMoment", update.name(), shape));
      second.add(state.slot("secondMoment", update.name(), shape));
      steps.add(state.slot("steps", update.name(), new Shape()));
    }
    kernels.adamStep(
        new AdamState(values, gradients, first, second, steps),
        new AdamSettings(learningRate, config.beta1(), config.beta2(), config.epsilon(), shrink));
  }
}
