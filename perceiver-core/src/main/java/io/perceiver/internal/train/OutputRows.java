package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.data.HostBatch;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What one output of a model says of the examples of a batch, in the memory of the host.
 *
 * @param rows (batch), the flattened output of each example
 * @param shape of an example's output
 */
public record OutputRows(float[][] rows, int... shape) {

  /** Runs a model on a batch, by output. Many threads may do so at once. */
  public static Map<String, OutputRows> of(Model model, HostBatch batch) {
    Map<String, OutputRows> outputs = new LinkedHashMap<>();
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, manager);
      ParameterStore parameters = new ParameterStore(manager, false);
      model
          .network()
          .outputs(parameters, arrays.inputs(), false)
          .forEach((name, said) -> outputs.put(name, of(said)));
    }
    return outputs;
  }

  private static OutputRows of(NDArray array) {
    int[] shape =
        LongStream.of(array.getShape().getShape()).skip(1).mapToInt(Math::toIntExact).toArray();
    float[][] rows = new float[(int) array.getShape().get(0)][];
    float[] all = array.toFloatArray();
    int size = all.length / rows.length;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(all, i * size, (i + 1) * size);
    }
    return new OutputRows(rows, shape);
  }
}
