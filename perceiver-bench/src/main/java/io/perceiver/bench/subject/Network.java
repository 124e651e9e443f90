package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.nn.Perceiver;
import java.util.Map;

/** Something that learns from byte arrays: the Perceiver, or what it is compared with. */
public interface Network {

  /** Its parameters. */
  Block block();

  /**
   * Runs it.
   *
   * @return outputs by head, (batch, class)
   */
  Map<String, NDArray> forward(
      ParameterStore parameters, Map<String, ByteArray> inputs, boolean training);

  /** The Perceiver. */
  static Network of(Perceiver perceiver) {
    return new Network() {
      @Override
      public Block block() {
        return perceiver;
      }

      @Override
      public Map<String, NDArray> forward(
          ParameterStore parameters, Map<String, ByteArray> inputs, boolean training) {
        return perceiver.forward(parameters, inputs, training).heads();
      }
    };
  }
}
