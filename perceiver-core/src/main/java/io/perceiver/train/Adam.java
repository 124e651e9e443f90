package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.kernel.AdamSettings;
import io.perceiver.kernel.Kernels;
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
    kernels.adamStep(
        Moments.of(updates, state),
        new AdamSettings(learningRate, config.beta1(), config.beta2(), config.epsilon(), shrink));
  }
}
