package io.perceiver.train;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a training ended.
 *
 * @param state after the last step
 * @param stopReason why it was stopped before its end; empty if it was not
 * @param seconds of training, validation and checkpoints included
 * @param waitedShare share of the steps' time that was spent waiting for data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TrainingOutcome(
    TrainingState state, Optional<String> stopReason, double seconds, double waitedShare) {

  /** Returns whether it was stopped before its end. */
  public boolean stopped() {
    return stopReason.isPresent();
  }
}
