package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * The logits and weights of attention.
 *
 * @param logits (batch, head, query, key), scaled, before mask and softmax
 * @param weights (batch, head, query, key), after them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AttentionMaps(NDArray logits, NDArray weights) {}
