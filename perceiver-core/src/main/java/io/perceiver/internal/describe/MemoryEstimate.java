package io.perceiver.internal.describe;

import java.util.List;

/**
 * An estimate of memory, in bytes; what libtorch and the JVM need themselves is not in it.
 *
 * @param parameters the weights
 * @param predicting weights and the largest layer's arrays, for one batch
 * @param training weights, gradients, two moments, and what is kept for the backward pass of one
 *     batch
 * @param batchSize examples of the batch
 * @param activationCheckpointing whether a training keeps the latents between the iterations alone,
 *     and one iteration's layers at a time
 * @param notStated names of the layers that do not state what they keep; it is not in the figures
 */
public record MemoryEstimate(
    long parameters,
    long predicting,
    long training,
    int batchSize,
    boolean activationCheckpointing,
    List<String> notStated) {}
