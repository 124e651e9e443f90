package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.PerceiverException;
import java.util.Map;

/**
 * What a model says of a batch.
 *
 * @param latents (batch, N, D)
 * @param heads by head name: (batch, …)
 */
public record PerceiverOutput(NDArray latents, Map<String, NDArray> heads) {

  /**
   * A head's output.
   *
   * @throws PerceiverException if the model has no such head
   */
  public NDArray head(String name) {
    NDArray output = heads.get(name);
    if (output == null) {
      throw new PerceiverException(
          "the model has no head '" + name + "'; it has " + heads.keySet());
    }
    return output;
  }
}
