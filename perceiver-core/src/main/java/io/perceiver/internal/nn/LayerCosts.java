package io.perceiver.internal.nn;

import io.perceiver.api.layer.LayerCost;
import io.perceiver.internal.kernel.AttentionCost;
import io.perceiver.internal.kernel.AttentionSize;
import java.util.OptionalLong;

/** The costs of layers whose attention is the kernels'. */
final class LayerCosts {

  private LayerCosts() {}

  /** Returns the cost of attention with its projections. */
  static LayerCost of(AttentionSize size, int outputChannels) {
    AttentionCost plain = AttentionCost.plain(size);
    long wider = 2 * size.queries() * size.vChannels() * (outputChannels - size.queryChannels());
    long perQuery = size.queryChannels() + size.qkChannels() + size.vChannels();
    return LayerCost.ofProducts(plain.forwardFlops() + wider)
        .keeping(plain.keptFloats() + size.queries() * perQuery);
  }

  /**
   * Returns the cost of attention and MLP.
   *
   * @param predicting what the attention costs outside training
   * @param training what it costs in training
   */
  static LayerCost of(
      AttentionSize size, AttentionCost predicting, AttentionCost training, Mlp mlp) {
    LayerCost ofMlp = LayerCost.ofProducts(mlp.flops(size.queries()));
    // queries, what was read, two residuals and a norm; the MLP
    long perQuery =
        size.qkChannels() + size.vChannels() + 4 * size.queryChannels() + mlp.keptFloats();
    return new LayerCost(
        size.modelFlops() + ofMlp.modelFlops(),
        predicting.forwardFlops() + ofMlp.executedFlops(),
        training.forwardFlops() + training.backwardFlops() + ofMlp.trainingFlops(),
        OptionalLong.of(training.keptFloats() + size.queries() * perQuery));
  }
}
