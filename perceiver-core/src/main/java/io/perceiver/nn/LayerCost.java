package io.perceiver.nn;

import io.perceiver.kernel.AttentionSize;

/**
 * What a layer costs for one example.
 *
 * @param modelFlops multiplies and adds by the plain formula, counted apart, as the papers publish
 * @param executedFlops multiplies and adds as the kernels do them
 * @param keptFloats floats a training keeps for the backward pass, an estimate
 */
public record LayerCost(long modelFlops, long executedFlops, long keptFloats) {

  static LayerCost of(MultiHeadAttention attention, Mlp mlp, long queries, long keys) {
    AttentionSize size = attention.size(queries, keys);
    long ofMlp = mlp.flops(queries);
    // queries, what was read, two residuals and a norm; the MLP
    long perQuery =
        size.qkChannels() + size.vChannels() + 4 * size.queryChannels() + mlp.keptFloats();
    return new LayerCost(
        size.modelFlops() + ofMlp,
        attention.kernels().executedFlops(size) + ofMlp,
        attention.kernels().keptFloats(size) + queries * perQuery);
  }
}
