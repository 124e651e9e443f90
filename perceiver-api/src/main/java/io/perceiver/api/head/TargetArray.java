package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one output for a batch, on the device. Whoever creates it owns the arrays.
 *
 * @param values of a {@link Target.Id}: (batch), INT64; of {@link Target.Numbers}: (batch, number),
 *     FLOAT32; of {@link Target.Elements}: (batch, index, channel), FLOAT32. Zeros if an example
 *     has no target
 * @param positions of elements: (batch, index, axis); null for other targets, and if the modality's
 *     examples share their positions
 * @param mask of elements: (batch, index), true = real; null if every element is
 * @param weights (batch), FLOAT32: the weight of each example, 0 for one without a target
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TargetArray(
    NDArray values, @Nullable NDArray positions, @Nullable NDArray mask, NDArray weights) {

  /** Creates the targets of an {@link Target.Id} or of {@link Target.Numbers}. */
  public static TargetArray of(NDArray values, NDArray weights) {
    return new TargetArray(values, null, null, weights);
  }

  /**
   * Returns the weight of each element: the example's weight for a real element, 0 for padding.
   *
   * @return (batch, index) for elements, otherwise (batch); owned by the manager of the weights
   */
  public NDArray elementWeights() {
    if (values.getShape().dimension() < 3) {
      return weights;
    }
    NDArray each = weights.expandDims(1);
    if (mask == null) {
      return each.broadcast(values.getShape().get(0), values.getShape().get(1));
    }
    NDArray real = mask.toType(DataType.FLOAT32, false);
    real.attach(weights.getManager());
    return each.mul(real);
  }

  /** Returns these targets with other weights of the examples. */
  public TargetArray weighted(NDArray newWeights) {
    return new TargetArray(values, positions, mask, newWeights);
  }
}
