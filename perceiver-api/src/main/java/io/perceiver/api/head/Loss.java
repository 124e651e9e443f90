package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A loss per element. A step adds up value times weight over all elements, and divides by the sum
 * of the weights of all batches whose gradients it accumulates. The result therefore does not
 * depend on how a group of examples is split into batches.
 *
 * <pre>{@code
 * final class SquaredError implements Loss {
 *   public NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs) {
 *     return output.sub(target.values()).square().mean(new int[] {-1}); // (batch, number) → (batch)
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Loss {

  /**
   * Returns the loss of every element. Gradients flow through it, so use {@link Scalars} for
   * arithmetic with numbers.
   *
   * @param output (batch, …), as the head's Block gave it
   * @param target of the same examples
   * @param inputs by modality, what the model saw, with the elements that were hidden from it
   * @return an array of the same shape as {@link #weights}, owned by the manager of the output
   * @throws PerceiverException if the shapes do not match; states both
   */
  NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs);

  /**
   * Returns the weight of every element. It is called before the model runs, and no gradient flows
   * through it.
   *
   * @param inputs by modality, what the model is about to see; a loss of only the hidden elements
   *     gives the others weight 0
   * @return (batch) or (batch, index), FLOAT32; by default the targets' own {@link
   *     TargetArray#elementWeights}
   */
  default NDArray weights(TargetArray target, Map<String, ByteArray> inputs) {
    return target.elementWeights();
  }
}
