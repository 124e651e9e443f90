package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.layer.Activation;

/**
 * The weights of an MLP; weights are (out, in).
 *
 * @param widen (hidden × {@link Activation#halves()}, channels)
 * @param widenBias (hidden × halves)
 * @param narrow (channels, hidden)
 * @param narrowBias (channels)
 */
public record MlpWeights(NDArray widen, NDArray widenBias, NDArray narrow, NDArray narrowBias) {}
