package io.perceiver.testkit.constant;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * How constants are read and changed.
 *
 * @param maxElements longest example accepted
 * @param jitter largest random change of the value in training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ConstantConfig(
    @Setting(value = "longest example accepted", unit = "elements", min = 1, max = MOST)
        int maxElements,
    @Setting(value = "largest random change of the value in training", min = 0, max = 1)
        double jitter) {
  static final int MOST = 4096;

  /**
   * Checks the values, all of them before it complains.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public ConstantConfig {
    Problems problems = new Problems("");
    problems.checkRange("maxElements", maxElements, 1, MOST);
    problems.check(jitter >= 0 && jitter <= 1, "jitter", jitter, "0 to 1");
    problems.throwIfAny();
  }
}
