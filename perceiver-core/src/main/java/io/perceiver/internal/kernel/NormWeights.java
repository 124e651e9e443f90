package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;

/**
 * What a layer normalisation learned.
 *
 * @param scale (channel)
 * @param offset (channel)
 */
public record NormWeights(NDArray scale, NDArray offset) {}
