package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A loss by element. A step adds up value times weight of all elements, and divides the sum by the
 * sum of the weights of all batches whose gradients it accumulates: what is learned does not depend
 * on how a group of examples is cut into batches.
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
   * Returns the loss of every element. A gradient goes through it, so arithmetic with numbers is
   * that of {@link Scalars}.
   *
   * @param output (batch, …), as the head's Block gave it
   * @param target of the same examples
   * @param inputs by modality, what the model saw, with the elements that were hidden from it
   * @return of the shape that {@link #weights} has; owned by the manager of the output
   * @throws PerceiverException if the shapes do not fit each other; says both
   */
  NDArray perElement(NDArray output, TargetArray target, Map<String, ByteArray> inputs);

  /**
   * Returns what every element counts. It is asked before the model runs, and no gradient goes
   * through it.
   *
   * @param inputs by modality, what the model is about to see: a loss of hidden elements alone
   *     gives the others 0
   * @return (batch) or (batch, index), FLOAT32; by default the targets' own {@link
   *     TargetArray#elementWeights}
   */
  default NDArray weights(TargetArray target, Map<String, ByteArray> inputs) {
    return target.elementWeights();
  }
}
