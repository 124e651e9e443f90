package io.perceiver.internal.kernel;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.Activation;
import io.perceiver.kernel.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The operations worth fusing. Every implementation gives the values and gradients of {@link
 * PlainKernels} within rounding. Thread-safe. Results belong to the manager of the first array.
 */
public interface Kernels extends UpdateKernels {

  /** What it is, for {@code describe} and run manifests. */
  String name();

  /**
   * The same kernels with matrix products of a precision.
   *
   * @throws PerceiverException if they have none of it
   */
  default Kernels in(Precision precision) {
    if (precision == Precision.FLOAT32) {
      return this;
    }
    throw new PerceiverException(
        "precision: %s is not for the %s kernels, which know float32 only. Set float32, or add the"
                .formatted(precision.label(), name())
            + " module of an engine's own kernels, such as perceiver-pytorch, to the class path");
  }

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
   * Layer normalisation before its learned scale and offset: (x − mean) / sqrt(variance + 1e-5)
   * over the last axis. What is read again and again needs it once.
   *
   * @param x (…, channel)
   */
  NDArray normalise(NDArray x);

  /**
   * A layer in which latents read other elements: z + Attention(LN(z), LN(x)), then + MLP(LN(·)).
   *
   * @param latents z, (batch, query, channel)
   * @param normalised x after {@link #normalise}, (batch, key, channel); its scale and offset are
   *     the weights' {@code inputNorm}
   * @param mask (batch, key), boolean, true = attend; null where all keys are real
   * @param tape of a training step that takes operations with backward passes of their own: {@code
   *     normalised} is then the end of a segment or has no part in anything learned; null where the
   *     engine's autograd is to differentiate everything, or nothing
   * @return (batch, query, channel)
   */
  default NDArray crossLayer(
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      LayerWeights weights,
      LayerOptions options,
      @Nullable Tape tape) {
    NormWeights inputNorm = weights.requiredInputNorm();
    NDArray keyValues = normalised.mul(inputNorm.scale()).add(inputNorm.offset());
    NDArray queries = layerNorm(latents, weights.norm().scale(), weights.norm().offset());
    NDArray read = attention(queries, keyValues, mask, weights.attention(), options.attention());
    return mlpLayer(read.add(latents), weights, options);
  }

  /**
   * A layer in which latents read each other: z + Attention(LN(z)), then + MLP(LN(·)).
   *
   * @param latents z, (batch, index, channel)
   * @return (batch, index, channel)
   */
  default NDArray selfLayer(NDArray latents, LayerWeights weights, LayerOptions options) {
    NDArray normed = layerNorm(latents, weights.norm().scale(), weights.norm().offset());
    NDArray read = attention(normed, normed, null, weights.attention(), options.attention());
    return mlpLayer(read.add(latents), weights, options);
  }

  private NDArray mlpLayer(NDArray z, LayerWeights weights, LayerOptions options) {
    NDArray normed = layerNorm(z, weights.mlpNorm().scale(), weights.mlpNorm().offset());
    return mlp(normed, weights.mlp(), options.activation(), options.mlpDropout()).add(z);
  }

  /**
   * What {@link #crossLayer} does for attention over one example; kernels that avoid some of the
   * plain formula's work say so here.
   *
   * @param options as of the pass asked about: dropout is 0 outside training
   * @param inputLearns whether the backward pass owes a gradient to what is read
   */
  default AttentionCost crossCost(
      AttentionSize size, AttentionOptions options, boolean inputLearns) {
    return AttentionCost.plain(size);
  }

  /** Does the same as {@link #crossCost}, of {@link #selfLayer}. */
  default AttentionCost selfCost(AttentionSize size) {
    return AttentionCost.plain(size);
  }
}
