package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.data.HostBatch;
import io.perceiver.data.ModalityBatch;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A prepared batch as arrays, the way training makes them. */
public final class HostArrays {

  private HostArrays() {}

  /** The arrays; on a CPU they share the batch's memory, which must stay open. */
  public static Batch of(HostBatch batch, NDManager manager) {
    Map<String, ByteArray> inputs = new TreeMap<>();
    batch.modalities().forEach((name, modality) -> inputs.put(name, bytes(modality, manager)));
    Map<String, NDArray> targets = new LinkedHashMap<>();
    batch
        .targets()
        .forEach(
            (head, target) ->
                targets.put(
                    head, manager.create(target.values(), new Shape(batch.size(), target.size()))));
    return new Batch(inputs, targets);
  }

  private static ByteArray bytes(ModalityBatch batch, NDManager manager) {
    Shape index = new Shape(batch.batch(), batch.elements());
    ByteBuffer positions = batch.positionBytes();
    return new ByteArray(
        floats(manager, batch.contentBytes(), index.add(batch.channels())),
        positions == null ? null : floats(manager, positions, index.add(batch.axes())),
        flags(manager, batch.mask(), index),
        flags(manager, batch.hidden(), index));
  }

  private static @Nullable NDArray flags(
      NDManager manager, boolean @Nullable [] values, Shape shape) {
    return values == null ? null : manager.create(values, shape);
  }

  private static NDArray floats(NDManager manager, ByteBuffer bytes, Shape shape) {
    if (shape.size() == 0) {
      return manager.zeros(shape);
    }
    ByteBuffer view = bytes.duplicate().order(bytes.order());
    view.rewind();
    view.limit(Math.toIntExact(shape.size() * Float.BYTES));
    return manager.create(view, shape, DataType.FLOAT32);
  }
}
