package io.perceiver.bench.subject;

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

  /** The whole step. */
  public long total() {
    return forward + backward + clip + update;
  }
}
