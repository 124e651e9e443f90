package io.perceiver.api.head;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.apiguardian.api.API;

/**
 * The learned part of a head. As a plain DJL Block, it takes only the latents.
 *
 * <p>It can call Blocks that it borrows from the {@link ModelSpec}. It must not add these as
 * children, so that they are listed, saved and counted only once, under the input they belong to.
 *
 * <p>A linear map of the mean latent:
 *
 * <pre>{@code
 * final class AgeBlock extends Layer implements HeadBlock {
 *   private final MappingLayer linear;
 *
 *   AgeBlock(LatentArraySpec latents, LayerFactory layers) {
 *     linear = addChildBlock("linear", layers.zeroLinear(latents.channels(), 1));
 *   }
 *
 *   public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
 *     return forwardInternal(parameters, new NDList(input.latents()), training, null);
 *   }
 *
 *   protected NDList forwardInternal(
 *       ParameterStore parameters, NDList latents, boolean training, PairList<String, Object> none) {
 *     NDArray mean = latents.head().mean(new int[] {1}); // (batch, channel)
 *     return new NDList(linear.forward(parameters, mean, training)); // (batch, 1)
 *   }
 *
 *   public Shape[] getOutputShapes(Shape[] latents) {
 *     return new Shape[] {new Shape(latents[0].get(0), 1)};
 *   }
 *
 *   public long flops() { return linear.cost(1).modelFlops(); }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface HeadBlock extends Block {

  /**
   * Computes the outputs.
   *
   * @return one array (batch, …) for each of the head's outputs, in their order; owned by the
   *     manager of the latents
   */
  NDList forward(ParameterStore parameters, HeadInput input, boolean training);

  /** Returns the multiplies and adds for one example, counted separately. */
  long flops();
}
