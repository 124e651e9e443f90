package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.apiguardian.api.API;

/** The learned part of a head. As a plain Block it takes the latents alone. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface HeadBlock extends Block {

  /**
   * Computes the head's output.
   *
   * @return (batch, …); owned by the manager of the latents
   */
  NDArray forward(ParameterStore parameters, HeadInput input, boolean training);

  /** Multiplies and adds of one example, counted apart. */
  long flops();
}
