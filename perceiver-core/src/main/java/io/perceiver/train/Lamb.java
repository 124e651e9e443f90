package io.perceiver.train;

import io.perceiver.kernel.AdamSettings;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.UpdateKernels;
import java.util.List;

/**
 * LAMB (You et al. 2020), see {@link UpdateKernels#lambStep}; each parameter counts its own steps.
 *
 * @param config its numbers
 * @param kernels take the steps
 */
public record Lamb(OptimizerConfig config, Kernels kernels) implements Optimizer {

  @Override
  public void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state) {
    double decay = config.weightDecay();
    step(updates.stream().filter(ParameterUpdate::decays).toList(), learningRate, decay, state);
    step(updates.stream().filter(update -> !update.decays()).toList(), learningRate, 0, state);
  }

  private void step(
      List<ParameterUpdate> updates, double learningRate, double decay, OptimizerState state) {
    if (!updates.isEmpty()) {
      kernels.lambStep(
          Moments.of(updates, state),
          new AdamSettings(learningRate, config.beta1(), config.beta2(), config.epsilon(), decay));
    }
  }
}
