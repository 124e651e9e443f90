package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.kernel.Kernels;

/** Latents read latents: z + Attention(LN(z)), then + MLP(LN(·)) (Perceiver App. C). */
public final class SelfAttention extends ArrayLayer {
  private final Norm norm;
  private final MultiHeadAttention attention;
  private final Norm mlpNorm;
  private final Mlp mlp;

  /** One layer of the latent transformer. */
  public SelfAttention(PerceiverConfig config, Kernels kernels) {
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
    NDArray normed = norm.forward(parameters, latents, training);
    NDArray read = attention.forward(parameters, normed, normed, null, false, training);
    NDArray z = read.add(latents);
    return mlp.forward(parameters, mlpNorm.forward(parameters, z, training), training).add(z);
  }

  /** The cost for one example. */
  public LayerCost cost(long latents) {
    return LayerCost.of(attention, mlp, latents, latents);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
