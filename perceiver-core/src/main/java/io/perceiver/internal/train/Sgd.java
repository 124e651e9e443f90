package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.SgdSettings;
import io.perceiver.internal.kernel.SgdState;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
import java.util.List;

/**
 * Stochastic gradient descent: v ← momentum·v + g + decay·w, w ← w − lr·v.
 *
 * @param momentum 0 for none
 * @param weightDecay added to the gradient
 * @param kernels take the steps
 */
public record Sgd(double momentum, double weightDecay, Kernels kernels) implements Optimizer {

  @Override
  public void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state) {
    ParameterUpdate.byKind(updates)
        .forEach(
            (kind, some) ->
                step(
                    some,
                    learningRate * kind.rateFactor(),
                    kind.decays() ? weightDecay : 0,
                    state));
  }

  private void step(
      List<ParameterUpdate> updates, double learningRate, double decay, OptimizerState state) {
    List<NDArray> velocities =
        momentum == 0
            ? List.of()
            : updates.stream()
                .map(u -> state.slot("velocity", u.name(), u.value().getShape()))
                .toList();
    kernels.sgdStep(
        new SgdState(
            updates.stream().map(ParameterUpdate::value).toList(),
            updates.stream().map(ParameterUpdate::gradient).toList(),
            velocities),
        new SgdSettings(learningRate, momentum, decay));
  }
}
