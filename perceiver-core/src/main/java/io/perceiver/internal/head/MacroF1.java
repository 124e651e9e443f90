package io.perceiver.internal.head;

import io.perceiver.api.head.Metric;
import io.perceiver.evaluate.ConfusionMatrix;
import java.util.List;

/**
 * Mean F1 over the classes, see {@link ConfusionMatrix#macroF1}: rare classes count as much as
 * frequent ones, and taking others for them costs too.
 *
 * @param classes names of the outputs
 */
public record MacroF1(List<String> classes) implements Metric {

  @Override
  public String name() {
    return "macroF1";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new ConfusionAccumulator(classes, ConfusionMatrix::macroF1);
  }
}
