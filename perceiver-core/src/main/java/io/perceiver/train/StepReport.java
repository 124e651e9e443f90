package io.perceiver.train;

import org.apiguardian.api.API;

/**
 * One step of a training.
 *
 * @param state after it
 * @param result its loss and gradients
 * @param learningRate it was taken with
 * @param examples in it
 * @param seconds it took, waiting included
 * @param waitedSeconds of these it waited for data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StepReport(
    TrainingState state,
    StepResult result,
    double learningRate,
    int examples,
    double seconds,
    double waitedSeconds) {

  /** Returns the loss of its examples. */
  public double loss() {
    return result.loss();
  }

  /** Returns the global norm of the gradients before clipping. */
  public double gradientNorm() {
    return result.gradientNorm();
  }
}
