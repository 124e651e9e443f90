package io.perceiver.kernel;

/**
 * The numbers of one Adam step.
 *
 * @param learningRate of this step
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the bias-corrected second moment
 * @param weightDecay decoupled: the value is first multiplied by 1 - learningRate × weightDecay
 */
public record AdamSettings(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {}
