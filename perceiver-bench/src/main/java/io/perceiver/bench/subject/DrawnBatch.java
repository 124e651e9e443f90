package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Target;
import io.perceiver.api.head.TargetArray;
import io.perceiver.internal.data.Seeds;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.MixedTarget;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Batches that are made up: contents drawn from a normal distribution, positions even where the
 * model does not share them, one class for each example, or numbers drawn like contents.
 */
public final class DrawnBatch {
  private DrawnBatch() {}

  /**
   * Draws one; its arrays belong to the manager.
   *
   * @param network whose modalities are filled
   * @param outputs what targets are drawn for, by name
   * @param size examples
   * @throws PerceiverException if a target is neither a class nor numbers
   */
  public static DeviceBatch of(
      Perceiver network, Map<String, ModelOutput> outputs, int size, long seed, NDManager manager) {
    Map<String, ByteArray> inputs = new TreeMap<>();
    network
        .inputs()
        .forEach((name, input) -> inputs.put(name, bytes(name, input, size, seed, manager)));
    Map<String, List<MixedTarget>> targets = new TreeMap<>();
    outputs.forEach(
        (name, output) ->
            targets.put(
                name,
                List.of(
                    MixedTarget.whole(
                        TargetArray.of(
                            target(name, output.output(), size, seed, manager),
                            manager.ones(new Shape(size)))))));
    return new DeviceBatch(inputs, targets);
  }

  private static ByteArray bytes(
      String name, ModalityInput input, int size, long seed, NDManager manager) {
    ByteArraySpec spec = input.spec();
    NDArray content =
        normal(manager, new Shape(size, spec.maxElements(), spec.channels()), random(seed, name));
    NDArray positions =
        spec.sharedPositions().isPresent()
            ? null
            : uniform(
                manager,
                new Shape(size, spec.maxElements(), spec.axes()),
                random(seed, name + " positions"));
    return new ByteArray(content, positions, null);
  }

  private static NDArray target(
      String name, HeadOutput output, int size, long seed, NDManager manager) {
    SplittableRandom random = random(seed, name + " target");
    if (output.target() instanceof Target.Numbers numbers) {
      return normal(manager, new Shape(size, numbers.size()), random);
    }
    if (output.classes().isEmpty()) {
      throw new PerceiverException(
          "output '" + name + "': only targets that are classes or numbers can be made up");
    }
    long[] ids = random.longs(size, 0, output.classes().size()).toArray();
    return manager.create(ids, new Shape(size));
  }

  /** The generator of one purpose. */
  static SplittableRandom random(long seed, String purpose) {
    return new SplittableRandom(Seeds.mix(seed, "bench", Seeds.hash(purpose)));
  }

  /** Drawn from a normal distribution. */
  public static NDArray normal(NDManager manager, Shape shape, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, shape);
  }

  private static NDArray uniform(NDManager manager, Shape shape, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return manager.create(values, shape);
  }
}
