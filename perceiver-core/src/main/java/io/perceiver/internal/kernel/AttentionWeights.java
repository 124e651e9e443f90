package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * The weights of multi-head attention; weights are (out, in).
 *
 * @param query (qk, query channels)
 * @param key (qk, key/value channels)
 * @param value (v, key/value channels)
 * @param output (query channels, v)
 * @param outputBias (query channels)
 * @param queryBias (qk); null, like the next two, where projections have no biases
 * @param keyBias (qk)
 * @param valueBias (v)
 */
public record AttentionWeights(
    NDArray query,
    NDArray key,
    NDArray value,
    NDArray output,
    NDArray outputBias,
    @Nullable NDArray queryBias,
    @Nullable NDArray keyBias,
    @Nullable NDArray valueBias) {}
