package io.perceiver.nn;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * How several modalities become one byte array (Perceiver §4.2; DeepMind {@code io_processors.py}).
 *
 * @param minPadding least number of learned channels appended to every element of a modality; acts
 *     from two modalities on
 */
public record FusionConfig(
    @Setting(
            value =
                "least number of learned channels that tell a modality's elements from another's",
            min = 1)
        int minPadding) {

  /** DeepMind's default. */
  public static final FusionConfig DEFAULT = new FusionConfig(2);

  /** Checks the numbers. */
  public FusionConfig {
    Problems problems = new Problems("");
    problems.check(minPadding >= 1, "minPadding", minPadding, "1 or more");
    problems.throwIfAny();
  }
}
