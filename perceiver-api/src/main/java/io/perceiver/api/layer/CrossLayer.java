package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A layer in which latents read the byte array: (batch, N, D) and (batch, M, C) in, latents of the
 * same shape out. The layer includes its norms and residual.
 *
 * <p>The engine's autograd differentiates it. With activation checkpointing it runs a second time
 * in the backward pass, so it must keep nothing between calls. A layer declares the optional forms
 * that it supports: {@link #readsMasks}, {@link InvertibleCrossLayer}, {@link AttentionMapping}. A
 * configuration that asks for another form is refused.
 *
 * <p>A layer that adds the same learned summary of the byte array to every latent:
 *
 * <pre>{@code
 * final class Pooling extends CrossLayer {
 *   private final MappingLayer norm;
 *   private final MappingLayer linear;
 *
 *   Pooling(CrossLayerSpec spec, LayerFactory layers) {
 *     norm = addChildBlock("norm", layers.norm(spec.inputChannels()));
 *     linear =
 *         addChildBlock("linear", layers.linear(spec.inputChannels(), spec.latents().channels()));
 *   }
 *
 *   @Override
 *   public NDArray forward(
 *       ParameterStore parameters,
 *       NDArray latents,
 *       NDArray bytes,
 *       @Nullable NDArray mask,
 *       boolean training) {
 *     NDArray mean = norm.forward(parameters, bytes, training).mean(new int[] {1}, true);
 *     return latents.add(linear.forward(parameters, mean, training)); // (batch, N, D)
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class CrossLayer extends Layer {

  /** Creates the layer. */
  protected CrossLayer() {}

  /**
   * Lets the latents read.
   *
   * @param latents (batch, N, D)
   * @param bytes the byte array with its position channels, (batch, M, C), not normalised
   * @param mask (batch, M), boolean, true = attend; null if all elements are real, and always null
   *     unless the layer {@link #readsMasks}
   * @return (batch, N, D), owned by the manager of the latents
   */
  public abstract NDArray forward(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean training);

  /**
   * Returns whether the layer leaves out the elements that a mask hides. A batch that needs a mask
   * is refused otherwise.
   */
  public boolean readsMasks() {
    return false;
  }

  /**
   * Returns the cost for one example; empty if it is not known.
   *
   * @param inputLearns whether a gradient goes into the byte array
   */
  public Optional<LayerCost> cost(long latents, long elements, boolean inputLearns) {
    return Optional.empty();
  }

  /** Takes latents and a byte array without padding. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(parameters, inputs.get(0), inputs.get(1), null, training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
