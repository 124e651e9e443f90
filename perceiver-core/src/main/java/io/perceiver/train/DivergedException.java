package io.perceiver.train;

import io.perceiver.api.PerceiverException;

/** A training whose loss is no longer a number. */
public final class DivergedException extends PerceiverException {
  private static final long serialVersionUID = 1;

  DivergedException(TrainingState at, double loss, double learningRate, String checkpoint) {
    super(
        "the loss became %s at step %d, learning rate %.3g; the last good checkpoint is %s. Lower"
                .formatted(loss, at.step(), learningRate, checkpoint)
            + " training.optimizer.learningRate, or set training.clipNorm");
  }
}
