package io.perceiver.head;

import io.perceiver.api.Metric;
import io.perceiver.evaluate.ConfusionCounter;

/** Share of examples whose largest output is at the largest target. */
public final class Accuracy implements Metric {

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Accumulator() {
      private long examples;
      private long correct;

      @Override
      public void add(float[] output, float[] target) {
        examples++;
        correct += ConfusionCounter.largest(output) == ConfusionCounter.largest(target) ? 1 : 0;
      }

      @Override
      public double value() {
        return examples == 0 ? Double.NaN : (double) correct / examples;
      }
    };
  }
}
