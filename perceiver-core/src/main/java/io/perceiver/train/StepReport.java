package io.perceiver.train;

/**
 * One optimiser step.
 *
 * @param state after it
 * @param loss of its examples
 * @param learningRate it was taken with
 * @param gradientNorm before clipping
 * @param examples of this step
 * @param seconds it took, waiting included
 * @param waitedSeconds of these it waited for data
 */
public record StepReport(
    TrainingState state,
    double loss,
    double learningRate,
    double gradientNorm,
    int examples,
    double seconds,
    double waitedSeconds) {}
