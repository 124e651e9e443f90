package io.perceiver.internal.kernel;

/**
 * The numbers of one step of gradient descent.
 *
 * @param learningRate of this step
 * @param momentum 0 for none
 * @param weightDecay times the value is added to the gradient
 */
public record SgdSettings(double learningRate, double momentum, double weightDecay) {}
