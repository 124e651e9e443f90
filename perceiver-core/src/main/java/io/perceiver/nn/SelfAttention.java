package io.perceiver.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.kernel.AttentionCost;
import io.perceiver.kernel.AttentionSize;
import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.LayerOptions;
import io.perceiver.kernel.LayerWeights;

/** Latents read latents: z + Attention(LN(z)), then + MLP(LN(·)) (Perceiver App. C). */
public final class SelfAttention extends ArrayLayer {
  private final Kernels kernels;
  private final Norm norm;
  private final MultiHeadAttention attention;
  private final Norm mlpNorm;
  private final Mlp mlp;

  /** One layer of the latent transformer. */
  public SelfAttention(PerceiverConfig config, Kernels kernels) {
    this.kernels = kernels;
    int channels = config.latentChannels();
    norm = addChildBlock("norm", new Norm(channels, kernels));
    attention =
        addChildBlock(
            "attention",
            new MultiHeadAttention(
                channels,
                channels,
                config.selfAttention(),
                config.maskedRows(),
                config.init(),
                kernels));
    mlpNorm = addChildBlock("mlpNorm", new Norm(channels, kernels));
    mlp = addChildBlock("mlp", new Mlp(channels, config.mlp(), config.init(), kernels));
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

  /** The cost for one example. */
  public LayerCost cost(long latents) {
    AttentionSize size = attention.size(latents, latents);
    AttentionCost cost = kernels.selfCost(size);
    return LayerCost.of(size, cost, cost, mlp);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
