package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.data.HostBatch;
import io.perceiver.nn.PerceiverOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a model outside training says of a batch, in the memory of the host.
 *
 * @param rows by head: one flattened output an example
 * @param losses by head: the evaluation loss of each example, meaningless where an example has no
 *     target; only of heads whose targets the batch carries
 */
public record Outputs(Map<String, float[][]> rows, Map<String, float[]> losses) {

  /** Runs a model on a batch. Many threads may do so at once. */
  public static Outputs of(Model model, HostBatch batch) {
    return of(model, batch, batch.modalities().keySet());
  }

  /**
   * Runs a model on a batch with some of its modalities hidden.
   *
   * @param shown the others are hidden; the batch must have one of these
   */
  static Outputs of(Model model, HostBatch batch, Set<String> shown) {
    Map<String, float[][]> rows = new LinkedHashMap<>();
    Map<String, float[]> losses = new LinkedHashMap<>();
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, shown, manager);
      PerceiverOutput output =
          model.network().forward(new ParameterStore(manager, false), arrays.inputs(), false);
      model
          .heads()
          .forEach(
              (name, head) -> {
                NDArray said = output.head(name);
                rows.put(name, rows(said));
                if (arrays.targets().containsKey(name)) {
                  NDArray target = arrays.target(name).values();
                  losses.put(name, head.evaluationLoss().perExample(said, target).toFloatArray());
                }
              });
    }
    return new Outputs(rows, losses);
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
