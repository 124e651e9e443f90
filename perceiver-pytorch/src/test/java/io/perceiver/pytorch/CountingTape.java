package io.perceiver.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.internal.kernel.Tape;
import io.perceiver.internal.train.StepParameters;
import java.util.List;

/** A step's parameters that count the operations which bring their own backward pass. */
final class CountingTape extends ParameterStore implements Tape {
  private final StepParameters step;
  private int operations;

  CountingTape(NDManager manager) {
    super(manager, false);
    step = new StepParameters(manager);
  }

  int operations() {
    return operations;
  }

  void backward(GradientCollector collector, NDArray loss) {
    step.backward(collector, loss);
  }

  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    return step.getValue(parameter, device, training);
  }

  @Override
  public boolean recomputes() {
    return false;
  }

  @Override
  public NDArray differentiated(Operation operation, List<NDArray> inputs) {
    operations++;
    return step.differentiated(operation, inputs);
  }

  @Override
  public NDArray cut(NDArray end) {
    return step.cut(end);
  }

  @Override
  public NDArray recomputed(Segment segment, List<NDArray> inputs) {
    return step.recomputed(segment, inputs);
  }
}
