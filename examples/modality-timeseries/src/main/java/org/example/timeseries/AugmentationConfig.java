package org.example.timeseries;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * Random changes to training series, applied in the order of the components.
 *
 * @param crop smallest share of the span a random crop in time keeps; 1 for no crops
 * @param dropout probability that a row is left out
 * @param jitter sd of the normal noise on standardised measurements
 */
public record AugmentationConfig(
    @Setting(
            value = "smallest share of its span a random crop of a series keeps; 1 for no crops",
            min = 0,
            aboveMin = true,
            max = 1)
        double crop,
    @Setting(value = "probability that a row is left out", min = 0, max = 1, belowMax = true)
        double dropout,
    @Setting(value = "standard deviation of noise on standardised measurements", min = 0)
        double jitter) {

  /**
   * Checks the numbers.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every number that is out of range
   */
  public AugmentationConfig {
    Problems problems = new Problems("");
    problems.check(crop > 0 && crop <= 1, "crop", crop, "above 0, to 1");
    problems.check(dropout >= 0 && dropout < 1, "dropout", dropout, "0 to below 1");
    problems.check(jitter >= 0 && Double.isFinite(jitter), "jitter", jitter, "0 or more");
    problems.throwIfAny();
  }

  /** No change. */
  public static AugmentationConfig none() {
    return new AugmentationConfig(1, 0, 0);
  }
}
