package io.perceiver.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of one training step. Each that is asked for becomes a leaf that shares the
 * parameter's memory and collects a gradient; the parameter itself never requires one, so nothing
 * outside the step builds a graph. A parameter that was not asked for took no part in the step.
 *
 * <p>Used by one thread; the leaves live as long as the step's manager.
 */
public final class StepParameters extends ParameterStore {
  private final NDManager manager;
  private final Map<Parameter, NDArray> leaves = new LinkedHashMap<>();

  /** For one step. */
  public StepParameters(NDManager manager) {
    super(manager, false);
    this.manager = manager;
  }

  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    if (!training || !parameter.requiresGradient()) {
      return parameter.getArray();
    }
    return leaves.computeIfAbsent(parameter, this::leaf);
  }

  private NDArray leaf(Parameter parameter) {
    NDArray leaf = parameter.getArray().stopGradient();
    leaf.attach(manager);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /** The gradient of every parameter that took part; owned by the step's manager. */
  public Map<Parameter, NDArray> gradients() {
    Map<Parameter, NDArray> gradients = new LinkedHashMap<>();
    leaves.forEach(
        (parameter, leaf) -> {
          NDArray gradient = leaf.getGradient();
          gradient.attach(manager);
          gradients.put(parameter, gradient);
        });
    return gradients;
  }
}
