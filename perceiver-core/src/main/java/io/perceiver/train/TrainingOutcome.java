package io.perceiver.train;

/**
 * How a training ended.
 *
 * @param state after the last step
 * @param stopped whether it was stopped before its end
 * @param seconds of training, validation and checkpoints included
 * @param waitedShare share of the steps' time that was spent waiting for data
 */
public record TrainingOutcome(
    TrainingState state, boolean stopped, double seconds, double waitedShare) {}
