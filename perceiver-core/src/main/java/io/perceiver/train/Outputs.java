package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.data.HostBatch;
import io.perceiver.nn.PerceiverOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a model on host batches outside training. Thread-safe. */
public final class Outputs {

  private Outputs() {}

  /**
   * The heads' outputs for a batch.
   *
   * @return by head, one flattened output an example; the latents under {@code latents} for a model
   *     without heads
   */
  public static Map<String, float[][]> of(Model model, HostBatch batch) {
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, manager);
      PerceiverOutput output =
          model.network().forward(new ParameterStore(manager, false), arrays.inputs(), false);
      Map<String, float[][]> rows = new LinkedHashMap<>();
      output.heads().forEach((name, array) -> rows.put(name, rows(array)));
      if (rows.isEmpty()) {
        rows.put("latents", rows(output.latents()));
      }
      return rows;
    }
  }

  private static float[][] rows(NDArray array) {
    int batch = (int) array.getShape().get(0);
    float[] all = array.toFloatArray();
    int size = all.length / batch;
    float[][] rows = new float[batch][size];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(all, i * size, rows[i], 0, size);
    }
    return rows;
  }
}
