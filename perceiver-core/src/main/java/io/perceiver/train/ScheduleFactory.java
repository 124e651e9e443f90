package io.perceiver.train;

import org.apiguardian.api.API;

/** Makes the schedule that a configuration names. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ScheduleFactory {

  /** Makes one. */
  Schedule create(ScheduleConfig config);
}
