package io.perceiver.internal.train;

import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.UpdateKernels;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
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
    ParameterUpdate.byKind(updates)
        .forEach(
            (kind, some) ->
                kernels.lambStep(
                    Moments.of(some, state),
                    new AdamSettings(
                        learningRate * kind.rateFactor(),
                        config.beta1(),
                        config.beta2(),
                        config.epsilon(),
                        kind.decays() ? config.weightDecay() : 0)));
  }
}
