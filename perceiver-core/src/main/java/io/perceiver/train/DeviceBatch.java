package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.data.HostBatch;
import io.perceiver.data.ModalityBatch;
import io.perceiver.data.TargetBatch;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch as arrays. On a CPU they may share the memory of the host batch, which must stay open as
 * long as they are used. For another device they are copied before this returns: DJL 0.36 has
 * neither pinned memory nor a copy that goes on beside the computing.
 *
 * @param inputs by modality
 * @param targets by head
 */
record DeviceBatch(Map<String, ByteArray> inputs, Map<String, DeviceTarget> targets) {

  /**
   * The targets of one head.
   *
   * @param values (batch, size)
   * @param weights (batch), 1 where the example has a target, 0 where not
   */
  record DeviceTarget(NDArray values, NDArray weights) {}

  /** Makes the arrays; they belong to the manager. */
  static DeviceBatch of(HostBatch batch, NDManager manager) {
    return of(batch, batch.modalities().keySet(), manager);
  }

  /** Makes the arrays of some modalities, and of all targets; they belong to the manager. */
  static DeviceBatch of(HostBatch batch, Set<String> shown, NDManager manager) {
    Map<String, ByteArray> inputs = new TreeMap<>();
    batch
        .modalities()
        .forEach(
            (name, modality) -> {
              if (shown.contains(name)) {
                inputs.put(name, bytes(modality, manager));
              }
            });
    Map<String, DeviceTarget> targets = new TreeMap<>();
    for (Map.Entry<String, TargetBatch> entry : batch.targets().entrySet()) {
      TargetBatch target = entry.getValue();
      Shape shape = new Shape(batch.size(), target.size());
      NDArray weights = manager.create(target.weights(), new Shape(batch.size()));
      targets.put(
          entry.getKey(), new DeviceTarget(manager.create(target.values(), shape), weights));
    }
    return new DeviceBatch(inputs, targets);
  }

  DeviceTarget target(String head) {
    return Objects.requireNonNull(targets.get(head), head);
  }

  private static ByteArray bytes(ModalityBatch batch, NDManager manager) {
    int rows = batch.batch();
    int elements = batch.elements();
    NDArray content =
        floats(manager, batch.contentBytes(), new Shape(rows, elements, batch.channels()));
    ByteBuffer given = batch.positionBytes();
    @Nullable NDArray positions =
        given == null ? null : floats(manager, given, new Shape(rows, elements, batch.axes()));
    Shape flags = new Shape(rows, elements);
    return new ByteArray(
        content,
        positions,
        flags(manager, batch.mask(), flags),
        flags(manager, batch.hidden(), flags));
  }

  private static @Nullable NDArray flags(
      NDManager manager, boolean @Nullable [] values, Shape shape) {
    return values == null ? null : manager.create(values, shape);
  }

  private static NDArray floats(NDManager manager, ByteBuffer bytes, Shape shape) {
    ByteBuffer view = bytes.duplicate().order(bytes.order());
    view.rewind();
    view.limit(Math.toIntExact(shape.size() * Float.BYTES));
    if (shape.size() == 0) {
      return manager.zeros(shape); // no native array begins at an empty buffer
    }
    return manager.create(view, shape, DataType.FLOAT32);
  }
}
