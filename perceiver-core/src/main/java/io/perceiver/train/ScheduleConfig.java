package io.perceiver.train;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How the learning rate changes.
 *
 * @param type name of the schedule: {@code constant}, {@code step}, {@code cosine}, or one an
 *     application adds
 * @param warmupSteps steps over which it rises linearly from 0, before the schedule itself
 * @param milestones of {@code step}: epochs at which it is multiplied by {@code factor}
 * @param factor of {@code step}
 * @param flat of {@code cosine}: share of the steps before it begins to fall
 * @param floor of {@code cosine}: share of the learning rate it ends at
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ScheduleConfig(
    @Setting("constant, step or cosine") String type,
    @Setting(value = "steps of linear warm-up", unit = "steps", min = 0) int warmupSteps,
    @Setting(value = "step: epochs at which the rate is multiplied by factor", min = 0)
        List<Double> milestones,
    @Setting(value = "step: what the rate is multiplied by", min = 0, max = 1) double factor,
    @Setting(
            value = "cosine: share of the steps before it begins to fall",
            min = 0,
            max = 1,
            belowMax = true)
        double flat,
    @Setting(value = "cosine: share of the rate it ends at", min = 0, max = 1) double floor) {

  /** Cosine to 0, no warm-up. */
  public static final ScheduleConfig DEFAULT =
      new ScheduleConfig("cosine", 0, List.of(), 0.1, 0, 0);

  /** Checks the numbers. */
  public ScheduleConfig {
    milestones = List.copyOf(milestones);
    Problems problems = new Problems("");
    problems.check(warmupSteps >= 0, "warmupSteps", warmupSteps, "0 or more");
    problems.check(factor >= 0 && factor <= 1, "factor", factor, "from 0 to 1");
    problems.check(flat >= 0 && flat < 1, "flat", flat, "from 0 to below 1");
    problems.check(floor >= 0 && floor <= 1, "floor", floor, "from 0 to 1");
    problems.throwIfAny();
  }
}
