package io.perceiver.api.head;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.apiguardian.api.API;

/**
 * The learned part of a head. As a plain DJL Block it takes the latents alone.
 *
 * <p>It may call Blocks that it borrows from the {@link ModelSpec}; it does not add those as
 * children, so that they are listed, saved and counted once, under the input they belong to.
 *
 * <p>A number from the mean latent:
 *
 * <pre>{@code
 * final class AgeBlock extends Layer implements HeadBlock {
 *   private final MappingLayer linear;
 *
 *   AgeBlock(ModelSpec model, LayerFactory layers) {
 *     linear = addChildBlock("linear", layers.zeroLinear(model.latents().channels(), 1));
 *   }
 *
 *   @Override
 *   public NDList forward(ParameterStore parameters, HeadInput input, boolean training) {
 *     NDArray mean = input.latents().mean(new int[] {1});
 *     return new NDList(linear.forward(parameters, mean, training)); // (batch, 1)
 *   }
 *
 *   @Override
 *   public long flops() {
 *     return linear.cost(1).modelFlops();
 *   }
 *
 *   @Override
 *   protected NDList forwardInternal(
 *       ParameterStore parameters, NDList latents, boolean training, PairList<String, Object> none) {
 *     NDArray mean = latents.head().mean(new int[] {1});
 *     return new NDList(linear.forward(parameters, mean, training));
 *   }
 *
 *   @Override
 *   public Shape[] getOutputShapes(Shape[] latents) {
 *     return new Shape[] {new Shape(latents[0].get(0), 1)};
 *   }
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

  /** Returns the multiplies and adds for one example, counted apart. */
  long flops();
}
