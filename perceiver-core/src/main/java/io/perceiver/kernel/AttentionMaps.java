package io.perceiver.kernel;

import ai.djl.ndarray.NDArray;

/**
 * What attention looked at.
 *
 * @param logits (batch, head, query, key), scaled, before mask and softmax
 * @param weights (batch, head, query, key), after them
 */
public record AttentionMaps(NDArray logits, NDArray weights) {}
