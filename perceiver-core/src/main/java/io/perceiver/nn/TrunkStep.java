package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One layer of the trunk as it runs: a cross-attend or a layer of the latent transformer.
 *
 * @param iteration which iteration it belongs to, from 0
 * @param name of the layer among the trunk's children; shared layers have one name
 * @param cross the cross-attend, or null
 * @param self the layer of the latent transformer, or null
 * @param inverted whether the cross-attend is inverted
 */
public record TrunkStep(
    int iteration,
    String name,
    @Nullable CrossAttention cross,
    @Nullable SelfAttention self,
    boolean inverted) {

  NDArray forward(
      ParameterStore parameters,
      NDArray latents,
      NDArray normalised,
      @Nullable NDArray mask,
      boolean training) {
    if (cross != null) {
      return cross.read(parameters, latents, normalised, mask, inverted, training);
    }
    return self == null ? latents : self.forward(parameters, latents, training);
  }

  /**
   * The cost for one example of so many elements.
   *
   * @param inputLearns whether a gradient goes into the elements
   */
  public LayerCost cost(long latents, long elements, boolean inputLearns) {
    if (cross != null) {
      return cross.cost(latents, elements, inverted, inputLearns);
    }
    return self == null ? LayerCost.NONE : self.cost(latents);
  }

  /** The layer itself. */
  public Block layer() {
    return cross != null ? cross : Objects.requireNonNull(self);
  }
}
