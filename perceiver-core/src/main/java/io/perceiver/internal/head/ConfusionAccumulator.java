package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.internal.evaluate.ConfusionCounter;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure of the confusion matrix so far; of what an output says, the classes alone are kept. */
public final class ConfusionAccumulator implements Metric.Accumulator {
  private final ConfusionCounter counter;
  private final ToDoubleFunction<ConfusionMatrix> figure;

  /** Starts at nothing, for such classes. */
  public ConfusionAccumulator(List<String> classes, ToDoubleFunction<ConfusionMatrix> figure) {
    counter = new ConfusionCounter(classes);
    this.figure = figure;
  }

  @Override
  public void add(NDArray output, TargetArray target) {
    long[] actual = ClassIds.of(output, target).toLongArray();
    counter.add(actual, output.argMax(-1).toLongArray(), target.elementWeights().toFloatArray());
  }

  @Override
  public double value() {
    return figure.applyAsDouble(matrix());
  }

  /** Returns the matrix so far. */
  public ConfusionMatrix matrix() {
    return counter.matrix();
  }
}
