package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * What a model says of a batch.
 *
 * @param latents (batch, N, D)
 * @param heads by head name: (batch, …)
 */
public record PerceiverOutput(NDArray latents, Map<String, NDArray> heads) {}
