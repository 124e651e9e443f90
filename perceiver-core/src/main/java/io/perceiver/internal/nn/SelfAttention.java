package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LayerCost;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.AttentionCost;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import java.util.Optional;

/** Latents read latents: z + Attention(LN(z)), then + MLP(LN(·)) (Perceiver App. C). */
public final class SelfAttention extends LatentLayer {
  private final Kernels kernels;
  private final Norm norm;
  private final MultiHeadAttention attention;
  private final Norm mlpNorm;
  private final Mlp mlp;

  /** Creates a layer of the latent transformer. */
  SelfAttention(int channels, AttentionConfig attention, MlpConfig mlp, KernelLayers made) {
    kernels = made.kernels();
    norm = addChildBlock("norm", new Norm(channels, kernels));
    this.attention =
        addChildBlock(
            "attention", new MultiHeadAttention(channels, channels, channels, attention, made));
    mlpNorm = addChildBlock("mlpNorm", new Norm(channels, kernels));
    this.mlp = addChildBlock("mlp", new Mlp(channels, mlp, made.init(), kernels));
  }

  /** (batch, N, D) → the same shape. */
  @Override
  public NDArray forward(ParameterStore parameters, NDArray latents, boolean training) {
    Device device = latents.getDevice();
    LayerWeights weights =
        new LayerWeights(
            norm.weights(parameters, device, training),
            null,
            attention.weights(parameters, device, training),
            mlpNorm.weights(parameters, device, training),
            mlp.weights(parameters, device, training));
    LayerOptions options =
        new LayerOptions(
            attention.options(false, training), mlp.activation(), mlp.dropout(training));
    return kernels.selfLayer(latents, weights, options);
  }

  @Override
  public Optional<LayerCost> cost(long latents) {
    AttentionSize size = attention.size(latents, latents);
    AttentionCost cost = kernels.selfCost(size);
    return Optional.of(LayerCosts.of(size, cost, cost, mlp));
  }
}
