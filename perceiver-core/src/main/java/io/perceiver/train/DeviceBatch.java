package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.api.head.TargetArray;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.TargetBatch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A batch as arrays. On a CPU they may share the memory of the host batch, which must stay open as
 * long as they are used. For another device they are copied before this returns: DJL 0.36 has
 * neither pinned memory nor a copy that goes on beside the computing.
 *
 * @param inputs by modality
 * @param targets by output: one, or several of examples that were mixed; an output whose target no
 *     example has may be absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DeviceBatch(Map<String, ByteArray> inputs, Map<String, List<MixedTarget>> targets)
    implements TrainingStep.Batch {

  /** Creates the arrays of a batch; they belong to the manager. */
  public static DeviceBatch of(HostBatch batch, NDManager manager) {
    return of(batch, batch.modalities().keySet(), manager);
  }

  /** Creates the arrays of some modalities, and of all targets; they belong to the manager. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static DeviceBatch of(HostBatch batch, Set<String> shown, NDManager manager) {
    Map<String, ByteArray> inputs = new TreeMap<>();
    batch
        .modalities()
        .forEach(
            (name, modality) -> {
              if (shown.contains(name)) {
                inputs.put(name, bytes(modality, manager));
              }
            });
    Map<String, List<MixedTarget>> targets = new TreeMap<>();
    batch
        .targets()
        .forEach(
            (output, target) ->
                targets.put(output, List.of(MixedTarget.whole(target(target, manager)))));
    return new DeviceBatch(inputs, targets);
  }

  /**
   * Returns the same memory under another manager: results belong to the manager of their first
   * operand, and are to go with the step they were made in.
   */
  @Override
  public DeviceBatch under(NDManager manager) {
    Map<String, ByteArray> lent = new TreeMap<>();
    inputs.forEach(
        (name, bytes) ->
            lent.put(
                name,
                new ByteArray(
                    lent(bytes.content(), manager),
                    lentOrNull(bytes.positions(), manager),
                    lentOrNull(bytes.mask(), manager),
                    lentOrNull(bytes.hidden(), manager))));
    Map<String, List<MixedTarget>> wanted = new TreeMap<>();
    targets.forEach(
        (output, mixed) ->
            wanted.put(output, mixed.stream().map(each -> lent(each, manager)).toList()));
    return new DeviceBatch(lent, wanted);
  }

  private static MixedTarget lent(MixedTarget mixed, NDManager manager) {
    TargetArray target = mixed.target();
    return new MixedTarget(
        new TargetArray(
            lent(target.values(), manager),
            lentOrNull(target.positions(), manager),
            lentOrNull(target.mask(), manager),
            lent(target.weights(), manager)),
        lentOrNull(mixed.shares(), manager));
  }

  private static @Nullable NDArray lentOrNull(@Nullable NDArray array, NDManager manager) {
    return array == null ? null : lent(array, manager);
  }

  private static NDArray lent(NDArray array, NDManager manager) {
    NDArray view = array.stopGradient();
    view.attach(manager);
    return view;
  }

  /** Returns the targets of an output; empty if no example has one. */
  public List<MixedTarget> targets(String output) {
    return targets.getOrDefault(output, List.of());
  }

  /**
   * Returns this batch with some of its examples not counted.
   *
   * @param counted (batch), FLOAT32: 1 for those that are
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public DeviceBatch counting(NDArray counted) {
    Map<String, List<MixedTarget>> changed = new TreeMap<>();
    targets.forEach(
        (output, mixed) ->
            changed.put(
                output,
                mixed.stream()
                    .map(each -> each.weighted(each.target().weights().mul(counted)))
                    .toList()));
    return new DeviceBatch(inputs, changed);
  }

  private static TargetArray target(TargetBatch target, NDManager manager) {
    int size = target.weights().length;
    NDArray weights = manager.create(target.weights(), new Shape(size));
    if (target instanceof TargetBatch.Ids ids) {
      long[] wide = Arrays.stream(ids.ids()).asLongStream().toArray();
      return TargetArray.of(manager.create(wide, new Shape(size)), weights);
    }
    if (target instanceof TargetBatch.Numbers numbers) {
      Shape shape = new Shape(size, numbers.size());
      return TargetArray.of(manager.create(numbers.values(), shape), weights);
    }
    ByteArray elements = bytes(((TargetBatch.Elements) target).elements(), manager);
    return new TargetArray(elements.content(), elements.positions(), elements.mask(), weights);
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
