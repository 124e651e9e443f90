package io.perceiver.internal.train;

import io.perceiver.train.Optimizer;
import io.perceiver.train.Schedule;
import io.perceiver.train.TrainingConfig;

/**
 * What a training does with the weights.
 *
 * @param config batches, epochs, clipping, averaging
 * @param optimizer how weights follow gradients
 * @param schedule how fast, by step
 * @param seed every random draw is a function of this, its purpose, and epoch, step or example
 */
public record TrainingRules(
    TrainingConfig config, Optimizer optimizer, Schedule schedule, long seed) {

  /** Returns the learning rate of a step, counted from 0. */
  double learningRate(long step, long totalSteps, long stepsPerEpoch) {
    Schedule.Progress at = new Schedule.Progress(step, totalSteps, (double) step / stepsPerEpoch);
    return config.optimizer().learningRate() * schedule.factor(at);
  }
}
