package io.perceiver.bench.subject;

import io.perceiver.train.StepResult;

/**
 * Where the time of one training step went, in nanoseconds. On a device that works ahead of the
 * program only the sum means something.
 *
 * @param forward pass and loss
 * @param backward pass
 * @param clip of the gradients' global norm
 * @param update of the parameters
 */
public record StepTimes(long forward, long backward, long clip, long update) {

  /** Rounds what a step tells of itself. */
  static StepTimes of(StepResult.Times seconds) {
    return new StepTimes(
        nanos(seconds.forward()),
        nanos(seconds.backward()),
        nanos(seconds.clip()),
        nanos(seconds.update()));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** The whole step. */
  public long total() {
    return forward + backward + clip + update;
  }
}
