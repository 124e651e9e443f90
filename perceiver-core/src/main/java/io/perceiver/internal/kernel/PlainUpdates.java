package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.List;

/** The updates in NDArray operations, parameter by parameter: the reference for the fused ones. */
abstract class PlainUpdates implements UpdateKernels {

  @Override
  public NDArray clipGlobalNorm(List<NDArray> gradients, double maxNorm) {
    NDArray squares = gradients.get(0).square().sum();
    for (NDArray gradient : gradients.subList(1, gradients.size())) {
      squares = squares.add(gradient.square().sum());
    }
    NDArray norm = squares.sqrt();
    NDArray factor = norm.add(1e-6f).pow(-1).mul((float) maxNorm).minimum(1f);
    for (NDArray gradient : gradients) {
      gradient.muli(factor);
    }
    return norm;
  }

  @Override
  public void adamStep(AdamState state, AdamSettings settings) {
    for (int i = 0; i < state.values().size(); i++) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        adamStep(state, i, settings);
      }
    }
  }

  private static void adamStep(AdamState state, int i, AdamSettings settings) {
    NDArray direction = direction(state, i, settings);
    NDArray value = state.values().get(i);
    value.muli(1 - settings.learningRate() * settings.weightDecay());
    value.subi(direction.mul(settings.learningRate()));
  }

  /** Counts the step, moves both moments, and gives their bias-corrected quotient. */
  private static NDArray direction(AdamState state, int i, AdamSettings settings) {
    NDArray gradient = state.gradients().get(i);
    NDArray first = state.firstMoments().get(i);
    NDArray second = state.secondMoments().get(i);
    double steps = state.steps().get(i).addi(1).getFloat();
    first.muli(settings.beta1()).addi(gradient.mul(1 - settings.beta1()));
    second.muli(settings.beta2()).addi(gradient.square().mul(1 - settings.beta2()));
    NDArray mean = first.div(1 - Math.pow(settings.beta1(), steps));
    NDArray root = second.div(1 - Math.pow(settings.beta2(), steps)).sqrt();
    return mean.div(root.add(settings.epsilon()));
  }

  @Override
  public void lambStep(AdamState state, AdamSettings settings) {
    for (int i = 0; i < state.values().size(); i++) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        lambStep(state, i, settings);
      }
    }
  }

  private static void lambStep(AdamState state, int i, AdamSettings settings) {
    NDArray value = state.values().get(i);
    NDArray direction = direction(state, i, settings);
    if (settings.weightDecay() > 0) {
      direction = direction.add(value.mul(settings.weightDecay()));
    }
    double weight = value.norm().getFloat();
    double change = direction.norm().getFloat();
    double trust = weight > 0 && change > 0 ? weight / change : 1;
    value.subi(direction.mul(settings.learningRate() * trust));
  }

  @Override
  public void sgdStep(SgdState state, SgdSettings settings) {
    for (int i = 0; i < state.values().size(); i++) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        sgdStep(state, i, settings);
      }
    }
  }

  private static void sgdStep(SgdState state, int i, SgdSettings settings) {
    NDArray value = state.values().get(i);
    NDArray direction = state.gradients().get(i);
    if (settings.weightDecay() > 0) {
      direction = direction.add(value.mul(settings.weightDecay()));
    }
    if (settings.momentum() > 0) {
      direction = state.velocities().get(i).muli(settings.momentum()).addi(direction);
    }
    value.subi(direction.mul(settings.learningRate()));
  }

  @Override
  public void average(List<NDArray> averages, List<NDArray> values, double decay) {
    for (int i = 0; i < averages.size(); i++) {
      try (NDArray part = values.get(i).mul(1 - decay)) {
        averages.get(i).muli(decay).addi(part);
      }
    }
  }
}
