package io.perceiver.internal.head;

import io.perceiver.api.head.Metric;
import io.perceiver.evaluate.ConfusionMatrix;
import java.util.List;

/**
 * Mean over the classes of the share of their examples that are recognised, also called mean recall
 * or balanced accuracy; see {@link ConfusionMatrix#meanClassAccuracy}.
 *
 * @param classes names of the outputs
 */
public record MeanClassAccuracy(List<String> classes) implements Metric {

  @Override
  public String name() {
    return "meanClassAccuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new ConfusionAccumulator(classes, ConfusionMatrix::meanClassAccuracy);
  }
}
