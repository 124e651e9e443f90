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
