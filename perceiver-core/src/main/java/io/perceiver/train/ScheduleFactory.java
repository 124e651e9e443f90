package io.perceiver.train;

/** Makes the schedule that a configuration names. */
@FunctionalInterface
public interface ScheduleFactory {

  /** Makes one. */
  Schedule create(ScheduleConfig config);
}
