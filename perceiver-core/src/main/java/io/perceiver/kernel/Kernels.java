package io.perceiver.kernel;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * The operations worth fusing. Every implementation gives the values and gradients of {@link
 * PlainKernels} within rounding. Thread-safe. Results belong to the manager of the first array.
 */
public interface Kernels extends UpdateKernels {

  /** What it is, for {@code describe} and run manifests. */
  String name();

  /**
   * x·Wᵀ + b.
   *
   * @param x (…, in)
   * @param weight (out, in)
   * @param bias (out), or null
   * @return (…, out)
   */
  NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias);

  /**
   * Layer normalisation over the last axis, epsilon 1e-5.
   *
   * @param x (…, channel)
   * @param scale (channel)
   * @param offset (channel)
   */
  NDArray layerNorm(NDArray x, NDArray scale, NDArray offset);

  /**
   * Multi-head attention with its projections: W_o·softmax(Q·Kᵀ / sqrt(d)) V.
   *
   * @param query (batch, query, channel)
   * @param keyValue (batch, key, channel)
   * @param mask (batch, key), boolean, true = attend; null where all keys are real
   * @return (batch, query, channel)
   */
  NDArray attention(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      AttentionWeights weights,
      AttentionOptions options);

  /**
   * Linear, activation, linear.
   *
   * @param x (batch, index, channel)
   * @param dropout probability that an output is dropped; 0 outside training
   */
  NDArray mlp(NDArray x, MlpWeights weights, Activation activation, double dropout);

  /**
   * Multiplies and adds, counted apart, that {@link #attention} really does for one example;
   * kernels that avoid some of the plain formula's say so here.
   */
  default long executedFlops(AttentionSize size) {
    return size.modelFlops();
  }
}
