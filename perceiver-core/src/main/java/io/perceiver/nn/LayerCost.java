package io.perceiver.nn;

import io.perceiver.kernel.AttentionCost;
import io.perceiver.kernel.AttentionSize;

/**
 * What a layer costs for one example.
 *
 * @param modelFlops multiplies and adds by the plain formula, counted apart, as the papers publish
 * @param executedFlops multiplies and adds of the forward pass as the kernels do them
 * @param trainingFlops multiplies and adds of forward and backward pass as the kernels do them,
 *     without what the backward pass computes again
 * @param keptFloats floats a training keeps for the backward pass, an estimate
 */
public record LayerCost(long modelFlops, long executedFlops, long trainingFlops, long keptFloats) {

  /** What costs nothing. */
  static final LayerCost NONE = new LayerCost(0, 0, 0, 0);

  /** Forward and backward FLOPs over forward ones where every factor of a product learns. */
  private static final int WITH_BACKWARD = 3;

  /**
   * Of an attention and an MLP.
   *
   * @param predicting what the attention costs outside training
   * @param training what it costs in training
   */
  static LayerCost of(
      AttentionSize size, AttentionCost predicting, AttentionCost training, Mlp mlp) {
    long ofMlp = mlp.flops(size.queries());
    // queries, what was read, two residuals and a norm; the MLP
    long perQuery =
        size.qkChannels() + size.vChannels() + 4 * size.queryChannels() + mlp.keptFloats();
    return new LayerCost(
        size.modelFlops() + ofMlp,
        predicting.forwardFlops() + ofMlp,
        training.forwardFlops() + training.backwardFlops() + WITH_BACKWARD * ofMlp,
        training.keptFloats() + size.queries() * perQuery);
  }
}
