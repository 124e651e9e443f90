package io.perceiver.head;

import io.perceiver.api.Metric;
import io.perceiver.evaluate.ConfusionCounter;
import io.perceiver.evaluate.ConfusionMatrix;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure of the confusion matrix so far. */
final class ConfusionAccumulator implements Metric.Accumulator {
  private final ConfusionCounter counter;
  private final ToDoubleFunction<ConfusionMatrix> figure;

  ConfusionAccumulator(List<String> classes, ToDoubleFunction<ConfusionMatrix> figure) {
    counter = new ConfusionCounter(classes);
    this.figure = figure;
  }

  @Override
  public void add(float[] output, float[] target) {
    counter.add(output, target);
  }

  @Override
  public double value() {
    return figure.applyAsDouble(counter.matrix());
  }
}
