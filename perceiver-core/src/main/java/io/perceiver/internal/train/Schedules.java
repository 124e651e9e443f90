package io.perceiver.internal.train;

import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleConfig;
import io.perceiver.train.ScheduleFactory;
import java.util.Map;

/** The schedules of this project, by the name a configuration uses; all honour the warm-up. */
public final class Schedules {

  private Schedules() {}

  /** Every factory by name. */
  public static Map<String, ScheduleFactory> all() {
    return Map.of(
        "constant", config -> warmedUp(config, at -> 1),
        "step", config -> warmedUp(config, at -> step(config, at)),
        "cosine", config -> warmedUp(config, at -> cosine(config, at)));
  }

  /** Rises linearly over the first steps: step 0 already moves. */
  private static Schedule warmedUp(ScheduleConfig config, Schedule then) {
    return at ->
        at.step() < config.warmupSteps()
            ? (at.step() + 1.0) / (config.warmupSteps() + 1.0) * then.factor(at)
            : then.factor(at);
  }

  private static double step(ScheduleConfig config, Schedule.Progress at) {
    long passed = config.milestones().stream().filter(epoch -> at.epoch() >= epoch).count();
    return Math.pow(config.factor(), passed);
  }

  /**
   * Flat, then half a cosine from 1 towards the floor after the last step (Loshchilov and Hutter
   * 2017).
   */
  private static double cosine(ScheduleConfig config, Schedule.Progress at) {
    double start = Math.max(config.flat() * at.totalSteps(), config.warmupSteps());
    double length = Math.max(1, at.totalSteps() - start);
    double along = Math.min(1, Math.max(0, (at.step() - start) / length));
    return config.floor() + (1 - config.floor()) * (1 + Math.cos(Math.PI * along)) / 2;
  }
}
