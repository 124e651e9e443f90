package io.perceiver.train;

import io.perceiver.api.PerceiverException;
import org.apiguardian.api.API;

/** A training whose loss is no longer a number. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DivergedException extends PerceiverException {
  private static final long serialVersionUID = 1;

  @API(status = API.Status.INTERNAL, since = "0.1")
  public DivergedException(
      TrainingState at, StepResult result, double learningRate, String checkpoint) {
    super(
        "the training diverged at step %d: loss %s, gradient norm %s, learning rate %.3g; the last good checkpoint is %s. Lower"
                .formatted(
                    at.step(), result.loss(), result.gradientNorm(), learningRate, checkpoint)
            + " training.optimizer.learningRate, or set training.clipNorm");
  }
}
