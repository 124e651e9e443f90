package io.perceiver.api.layer;

import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * The cost of a layer for one example.
 *
 * @param modelFlops multiplies and adds by the plain formula, counted separately, as the papers
 *     publish
 * @param executedFlops multiplies and adds of the forward pass as the kernels do them
 * @param trainingFlops multiplies and adds of forward and backward pass as the kernels do them,
 *     without recomputation in the backward pass
 * @param keptFloats floats a training keeps for the backward pass, an estimate; empty if it is not
 *     known
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerCost(
    long modelFlops, long executedFlops, long trainingFlops, OptionalLong keptFloats) {

  /** The cost of nothing. */
  public static final LayerCost NONE = new LayerCost(0, 0, 0, OptionalLong.of(0));

  /** Forward and backward FLOPs over forward ones if every factor of a product learns. */
  private static final int WITH_BACKWARD = 3;

  /**
   * Returns the cost of matrix products that are computed as written, with two more per product in
   * the backward pass. What a training keeps is unknown.
   *
   * @param flops multiplies and adds, counted separately
   */
  public static LayerCost ofProducts(long flops) {
    return new LayerCost(flops, flops, WITH_BACKWARD * flops, OptionalLong.empty());
  }

  /** Returns this cost with the floats that a training keeps. */
  public LayerCost keeping(long floats) {
    return new LayerCost(modelFlops, executedFlops, trainingFlops, OptionalLong.of(floats));
  }

  /** Returns the cost of both; what a training keeps is known if it is known for both. */
  public LayerCost plus(LayerCost other) {
    boolean known = keptFloats.isPresent() && other.keptFloats.isPresent();
    return new LayerCost(
        modelFlops + other.modelFlops,
        executedFlops + other.executedFlops,
        trainingFlops + other.trainingFlops,
        known
            ? OptionalLong.of(keptFloats.getAsLong() + other.keptFloats.getAsLong())
            : OptionalLong.empty());
  }
}
