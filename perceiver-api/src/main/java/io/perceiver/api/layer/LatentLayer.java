package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A layer of the latent transformer: latents in, latents of the same shape out, (batch, N, D). The
 * layer includes its norm and residual.
 *
 * <p>The engine's autograd differentiates it. With activation checkpointing it runs a second time
 * in the backward pass, so it must keep nothing between calls. A cost that it does not state is
 * reported as not stated.
 *
 * <p>A feed-forward layer with a residual:
 *
 * <pre>{@code
 * final class FeedForward extends LatentLayer {
 *   private final MappingLayer norm;
 *   private final MappingLayer mlp;
 *
 *   FeedForward(LatentLayerSpec spec, LayerFactory layers) {
 *     int channels = spec.latents().channels();
 *     norm = addChildBlock("norm", layers.norm(channels));
 *     mlp = addChildBlock("mlp", layers.mlp(channels, spec.mlp()));
 *   }
 *
 *   @Override
 *   public NDArray forward(ParameterStore parameters, NDArray latents, boolean training) {
 *     NDArray normed = norm.forward(parameters, latents, training);
 *     return mlp.forward(parameters, normed, training).add(latents);
 *   }
 *
 *   @Override
 *   public Optional<LayerCost> cost(long latents) {
 *     return Optional.of(norm.cost(latents).plus(mlp.cost(latents)));
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class LatentLayer extends ArrayLayer {

  /** Creates the layer. */
  protected LatentLayer() {}

  /**
   * Runs the layer.
   *
   * @param latents (batch, N, D)
   * @return (batch, N, D), owned by the manager of the latents
   */
  @Override
  public abstract NDArray forward(ParameterStore parameters, NDArray latents, boolean training);

  /** Returns the cost for one example of that many latents; empty if it is not known. */
  public Optional<LayerCost> cost(long latents) {
    return Optional.empty();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
