package io.perceiver.internal.kernel;

import io.perceiver.api.layer.MaskedRows;

/**
 * How attention is computed.
 *
 * @param heads H; queries, keys and values are split as (head, channel)
 * @param maskedRows what a row gets whose keys are all masked
 * @param inverted whether weights are a softmax over the queries, normalised over the keys, instead
 *     of a softmax over the keys (Slot Attention, Locatello et al. 2020)
 * @param dropout probability that a weight is dropped; 0 outside training
 */
public record AttentionOptions(
    int heads, MaskedRows maskedRows, boolean inverted, double dropout) {}
