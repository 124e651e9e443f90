package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.PerceiverException;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a model says of a batch.
 *
 * @param latents (batch, N, D)
 * @param outputs (batch, …) by output: {@code HEAD}, or {@code HEAD.OUTPUT} of a head with several
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PerceiverOutput(NDArray latents, Map<String, NDArray> outputs) {

  /**
   * Returns an output.
   *
   * @throws PerceiverException if the model has no such output
   */
  public NDArray output(String name) {
    NDArray output = outputs.get(name);
    if (output == null) {
      throw new PerceiverException(
          "the model has no output '" + name + "'; it has " + outputs.keySet());
    }
    return output;
  }
}
