package io.perceiver.internal.kernel;

/**
 * What kernels do for one attention over one example, and keep in training.
 *
 * @param forwardFlops multiplies and adds of the forward pass, counted apart
 * @param backwardFlops multiplies and adds of the backward pass, without what it computes again
 * @param keptFloats floats kept for the backward pass beside queries and results, an estimate
 */
public record AttentionCost(long forwardFlops, long backwardFlops, long keptFloats) {

  /**
   * By the plain formula: every product has two in the backward pass, one for each factor; keys'
   * input, keys, values, logits and weights are kept.
   */
  public static AttentionCost plain(AttentionSize size) {
    long perKey = size.keyValueChannels() + size.qkChannels() + size.vChannels();
    return new AttentionCost(
        size.modelFlops(),
        2 * size.modelFlops(),
        size.keys() * (perKey + 2L * size.heads() * size.queries()));
  }
}
