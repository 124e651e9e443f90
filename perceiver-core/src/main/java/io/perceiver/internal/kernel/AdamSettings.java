package io.perceiver.internal.kernel;

/**
 * The numbers of one step of AdamW or LAMB.
 *
 * @param learningRate of this step
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the bias-corrected second moment
 * @param weightDecay decoupled from the moments; how it acts, {@link UpdateKernels} says
 */
public record AdamSettings(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {}
