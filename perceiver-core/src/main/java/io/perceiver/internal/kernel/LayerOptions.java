package io.perceiver.internal.kernel;

import io.perceiver.api.layer.Activation;

/**
 * How a layer is computed.
 *
 * @param attention how its attention is
 * @param activation of its MLP
 * @param mlpDropout probability that an output of the MLP is dropped; 0 outside training
 */
public record LayerOptions(AttentionOptions attention, Activation activation, double mlpDropout) {}
