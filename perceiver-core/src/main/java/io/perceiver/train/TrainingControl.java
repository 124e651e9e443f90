package io.perceiver.train;

import org.apiguardian.api.API;

/** Ends a training early. It may be used by any thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface TrainingControl {

  /**
   * Asks the training to end after the step it is at; a checkpoint is left, from which it can go
   * on.
   *
   * @param reason why, for those who hear how it ended
   */
  void stop(String reason);
}
