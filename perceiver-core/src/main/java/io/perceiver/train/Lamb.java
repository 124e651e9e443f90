package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * LAMB (You et al. 2020) in the order of DeepMind's {@code train/utils.py}: Adam moments with bias
 * correction, decoupled weight decay, trust ratio ‖w‖ / ‖u‖ (1 where either is 0), learning rate.
 *
 * @param config its numbers
 */
public record Lamb(OptimizerConfig config) implements Optimizer {

  @Override
  public void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state) {
    for (ParameterUpdate update : updates) {
      Shape shape = update.value().getShape();
      NDArray first = state.slot("firstMoment", update.name(), shape);
      NDArray second = state.slot("secondMoment", update.name(), shape);
      NDArray steps = state.slot("steps", update.name(), new Shape());
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        step(update, learningRate, first, second, steps.addi(1).getFloat());
      }
    }
  }

  private void step(
      ParameterUpdate update, double learningRate, NDArray first, NDArray second, double steps) {
    NDArray gradient = update.gradient();
    first.muli(config.beta1()).addi(gradient.mul(1 - config.beta1()));
    second.muli(config.beta2()).addi(gradient.square().mul(1 - config.beta2()));
    NDArray mean = first.div(1 - Math.pow(config.beta1(), steps));
    NDArray root = second.div(1 - Math.pow(config.beta2(), steps)).sqrt();
    NDArray direction = mean.div(root.add(config.epsilon()));
    if (update.decays() && config.weightDecay() > 0) {
      direction = direction.add(update.value().mul(config.weightDecay()));
    }
    double weight = norm(update.value());
    double change = norm(direction);
    double trust = weight > 0 && change > 0 ? weight / change : 1;
    update.value().subi(direction.mul(learningRate * trust));
  }

  private static double norm(NDArray x) {
    return x.norm().getFloat();
  }
}
