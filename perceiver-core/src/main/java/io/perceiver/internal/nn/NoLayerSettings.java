package io.perceiver.internal.nn;

/**
 * The settings of the papers' layers: none of their own. Their numbers are {@code
 * model.crossAttention}, {@code model.selfAttention} and {@code model.mlp}.
 */
public record NoLayerSettings() {}
