package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Stochastic gradient descent: v ← momentum·v + g + decay·w, w ← w − lr·v.
 *
 * @param momentum 0 for none
 * @param weightDecay added to the gradient
 */
public record Sgd(double momentum, double weightDecay) implements Optimizer {

  @Override
  public void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state) {
    for (ParameterUpdate update : updates) {
      NDArray direction = update.gradient();
      if (weightDecay > 0 && update.decays()) {
        try (NDArray pull = update.value().mul(weightDecay)) {
          direction = direction.add(pull);
        }
      }
      if (momentum > 0) {
        NDArray velocity = state.slot("velocity", update.name(), direction.getShape());
        direction = velocity.muli(momentum).addi(direction);
      }
      try (NDArray change = direction.mul(learningRate)) {
        update.value().subi(change);
      }
    }
  }
}
