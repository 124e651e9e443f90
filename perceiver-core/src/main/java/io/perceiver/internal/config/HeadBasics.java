package io.perceiver.internal.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * What every head's section holds beside {@code type} and the plugin's own keys.
 *
 * @param weight what the losses of its outputs count among those of the model's
 */
public record HeadBasics(
    @Setting(value = "what its loss counts among those of all heads", min = 0, max = MAX_WEIGHT)
        double weight) {
  public static final HeadBasics DEFAULT = new HeadBasics(1);
  private static final double MAX_WEIGHT = 1e9;

  public HeadBasics {
    Problems problems = new Problems("");
    problems.check(weight >= 0 && weight <= MAX_WEIGHT, "weight", weight, "0 to " + MAX_WEIGHT);
    problems.throwIfAny();
  }
}
