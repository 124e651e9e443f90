package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.AttentionMapping;
import io.perceiver.api.layer.AttentionMaps;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.InvertibleCrossLayer;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.Tape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Latents read the byte array: z + Attention(LN(z), LN(x)), then + MLP(LN(·)) (Perceiver §3.1 and
 * App. C).
 */
public final class CrossAttention extends CrossLayer
    implements InvertibleCrossLayer, AttentionMapping {
  private final Kernels kernels;
  private final Norm queryNorm;
  private final Norm keyValueNorm;
  private final MultiHeadAttention attention;
  private final Norm mlpNorm;
  private final Mlp mlp;

  /** Creates a layer in which latents read elements of {@code inputChannels}. */
  CrossAttention(
      int channels,
      int inputChannels,
      AttentionConfig attention,
      MlpConfig mlp,
      KernelLayers made) {
    kernels = made.kernels();
    queryNorm = addChildBlock("queryNorm", new Norm(channels, kernels));
    keyValueNorm = addChildBlock("keyValueNorm", new Norm(inputChannels, kernels));
    this.attention =
        addChildBlock(
            "attention",
            new MultiHeadAttention(channels, inputChannels, channels, attention, made));
    mlpNorm = addChildBlock("mlpNorm", new Norm(channels, kernels));
    this.mlp = addChildBlock("mlp", new Mlp(channels, mlp, made.init(), kernels));
  }

  @Override
  public NDArray forward(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean training) {
    return layer(parameters, latents, kernels.normalise(bytes), mask, false, training, null);
  }

  @Override
  public NDArray forwardInverted(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean training) {
    return layer(parameters, latents, kernels.normalise(bytes), mask, true, training, null);
  }

  @Override
  public boolean readsMasks() {
    return true;
  }

  /**
   * Reads a byte array that {@link Kernels#normalise} has seen; under a tape it is the end of a
   * segment or has no part in anything learned.
   */
  NDArray read(
      ParameterStore parameters,
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      boolean inverted,
      boolean training) {
    Tape tape = Tape.of(parameters, training);
    return layer(parameters, latents, normalised, mask, inverted, training, tape);
  }

  private NDArray layer(
      ParameterStore parameters,
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      boolean inverted,
      boolean training,
      @Nullable Tape tape) {
    LayerWeights weights = weights(parameters, latents.getDevice(), training);
    LayerOptions options =
        new LayerOptions(
            attention.options(inverted, training), mlp.activation(), mlp.dropout(training));
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

  @Override
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

  @Override
  public Optional<LayerCost> cost(long latents, long elements, boolean inputLearns) {
    return Optional.of(cost(latents, elements, false, inputLearns));
  }

  @Override
  public Optional<LayerCost> invertedCost(long latents, long elements, boolean inputLearns) {
    return Optional.of(cost(latents, elements, true, inputLearns));
  }

  private LayerCost cost(long latents, long elements, boolean inverted, boolean inputLearns) {
    AttentionSize size = attention.size(latents, elements);
    return LayerCosts.of(
        size,
        kernels.crossCost(size, attention.options(inverted, false), inputLearns),
        kernels.crossCost(size, attention.options(inverted, true), inputLearns),
        mlp);
  }
}
