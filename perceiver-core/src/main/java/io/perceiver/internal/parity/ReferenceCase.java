package io.perceiver.internal.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.perceiver.internal.files.Safetensors;
import java.io.IOException;

/**
 * What another implementation computed.
 *
 * @param name of the case; its prefix tells its kind
 * @param json configuration in the peer's own argument names
 * @param tensors {@code param/*}, {@code input/*}, {@code output/*}, {@code grad/*}, {@code
 *     train/*}
 */
record ReferenceCase(String name, JsonNode json, Safetensors tensors) {

  JsonNode config() {
    return json.path("config");
  }

  boolean has(String tensor) {
    return tensors.names().contains(tensor);
  }

  /** Any numbers as an array of floats. */
  NDArray array(NDManager manager, String tensor) throws IOException {
    return manager.create(tensors.floats(tensor), shape(tensor));
  }

  /** Booleans, true where not 0. */
  NDArray booleans(NDManager manager, String tensor) throws IOException {
    float[] values = tensors.floats(tensor);
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      flags[i] = values[i] != 0;
    }
    return manager.create(flags, shape(tensor));
  }

  Shape shape(String tensor) {
    return new Shape(tensors.tensor(tensor).shape());
  }
}
