package io.perceiver.testkit;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import java.util.List;

/**
 * An output in whose training something happens between the forward and the backward pass.
 *
 * @param output asked for all else
 * @param between happens once the loss is known
 */
record InterruptedOutput(HeadOutput output, Runnable between) implements HeadOutput {

  @Override
  public Loss loss() {
    Loss loss = output.loss();
    return (values, target, inputs) -> {
      NDArray each = loss.perElement(values, target, inputs);
      between.run();
      return each;
    };
  }

  @Override
  public Target target() {
    return output.target();
  }

  @Override
  public List<Metric> metrics() {
    return output.metrics();
  }

  @Override
  public Prediction render(float[] values, int... shape) {
    return output.render(values, shape);
  }
}
