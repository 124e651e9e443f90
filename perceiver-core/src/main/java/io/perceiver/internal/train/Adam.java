package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
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
    ParameterUpdate.byKind(updates)
        .forEach(
            (kind, some) ->
                kernels.adamStep(
                    Moments.of(some, state),
                    new AdamSettings(
                        learningRate * kind.rateFactor(),
                        config.beta1(),
                        config.beta2(),
                        config.epsilon(),
                        decoupled && kind.decays() ? decay : 0)));
  }

  private static void addDecay(ParameterUpdate update, double decay) {
    try (NDArray pull = update.value().mul(decay)) {
      update.gradient().addi(pull);
    }
  }
}
