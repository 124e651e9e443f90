package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import java.util.Map;
import org.apiguardian.api.API;

/** What a training step trains: parameters, and outputs for a batch. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Network {

  /** Returns the Block whose parameters are trained. */
  Block block();

  /**
   * Computes the outputs of a batch.
   *
   * @param parameters to ask for every parameter
   * @param inputs by modality; one that no example has is left out
   * @return (batch, …) by output; owned by the manager of the inputs
   */
  Map<String, NDArray> outputs(
      ParameterStore parameters, Map<String, ByteArray> inputs, boolean training);
}
