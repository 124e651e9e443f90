package io.perceiver.internal.train;

import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingState;

/**
 * Where a training begins.
 *
 * @param state how far it has come
 * @param optimizer what is remembered of the parameters; its arrays live as long as the model's
 */
public record TrainingStart(TrainingState state, OptimizerState optimizer) {

  /** Returns the beginning of a training that nothing came before. */
  public static TrainingStart anew(OptimizerState optimizer) {
    return new TrainingStart(TrainingState.START, optimizer);
  }
}
