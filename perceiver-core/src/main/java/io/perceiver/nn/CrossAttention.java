package io.perceiver.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.kernel.AttentionMaps;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.LayerOptions;
import io.perceiver.kernel.LayerWeights;
import io.perceiver.kernel.Tape;
import org.jspecify.annotations.Nullable;

/**
 * Latents read the byte array: z + Attention(LN(z), LN(x)), then + MLP(LN(·)) (Perceiver §3.1 and
 * App. C).
 */
public final class CrossAttention extends Layer {
  private final Kernels kernels;
  private final Norm queryNorm;
  private final Norm keyValueNorm;
  private final MultiHeadAttention attention;
  private final Norm mlpNorm;
  private final Mlp mlp;

  /** Latents of {@code config.latentChannels()} reading elements of {@code inputChannels}. */
  public CrossAttention(int inputChannels, PerceiverConfig config, Kernels kernels) {
    this.kernels = kernels;
    int channels = config.latentChannels();
    queryNorm = addChildBlock("queryNorm", new Norm(channels, kernels));
    keyValueNorm = addChildBlock("keyValueNorm", new Norm(inputChannels, kernels));
    attention =
        addChildBlock(
            "attention",
            new MultiHeadAttention(
                channels,
                inputChannels,
                config.crossAttention(),
                config.maskedRows(),
                config.init(),
                kernels));
    mlpNorm = addChildBlock("mlpNorm", new Norm(channels, kernels));
    mlp = addChildBlock("mlp", new Mlp(channels, config.mlp(), config.init(), kernels));
  }

  /**
   * One cross-attend.
   *
   * @param latents (batch, N, D)
   * @param bytes (batch, M, C)
   * @param mask (batch, M), boolean, true = attend; null where all elements are real
   * @param inverted whether the softmax runs over the latents
   * @return (batch, N, D)
   */
  public NDArray forward(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean inverted,
      boolean training) {
    LayerWeights weights = weights(parameters, latents.getDevice(), training);
    NDArray normalised = kernels.normalise(bytes);
    return kernels.crossLayer(
        latents, normalised, mask, weights, options(inverted, training), null);
  }

  /**
   * As {@link #forward}, with a byte array that {@link Kernels#normalise} has seen; under a tape it
   * is the end of a segment or has no part in anything learned.
   */
  NDArray read(
      ParameterStore parameters,
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      boolean inverted,
      boolean training) {
    LayerWeights weights = weights(parameters, latents.getDevice(), training);
    LayerOptions options = options(inverted, training);
    Tape tape = Tape.of(parameters, training);
    return kernels.crossLayer(latents, normalised, mask, weights, options, tape);
  }

  private LayerWeights weights(ParameterStore parameters, Device device, boolean training) {
    return new LayerWeights(
        queryNorm.weights(parameters, device, training),
        keyValueNorm.weights(parameters, device, training),
        attention.weights(parameters, device, training),
        mlpNorm.weights(parameters, device, training),
        mlp.weights(parameters, device, training));
  }

  private LayerOptions options(boolean inverted, boolean training) {
    return new LayerOptions(
        attention.options(inverted, training), mlp.activation(), mlp.dropout(training));
  }

  /** What this cross-attend looks at; arguments as of {@link #forward}. */
  public AttentionMaps maps(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean inverted) {
    NDArray queries = queryNorm.forward(parameters, latents, false);
    NDArray keyValues = keyValueNorm.forward(parameters, bytes, false);
    return attention.maps(parameters, queries, keyValues, mask, inverted);
  }

  /**
   * The cost for one example of so many elements.
   *
   * @param inverted whether the softmax runs over the latents
   * @param inputLearns whether a gradient goes into the elements
   */
  public LayerCost cost(long latents, long elements, boolean inverted, boolean inputLearns) {
    AttentionSize size = attention.size(latents, elements);
    return LayerCost.of(
        size,
        kernels.crossCost(size, attention.options(inverted, false), inputLearns),
        kernels.crossCost(size, attention.options(inverted, true), inputLearns),
        mlp);
  }

  /** Takes latents and byte array. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(parameters, inputs.get(0), inputs.get(1), null, false, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
