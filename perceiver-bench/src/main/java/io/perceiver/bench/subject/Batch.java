package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Head;
import io.perceiver.data.Seeds;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One batch in the device's memory; its arrays belong to the manager they were made with.
 *
 * @param inputs by modality
 * @param targets by head, (batch, size)
 */
public record Batch(Map<String, ByteArray> inputs, Map<String, NDArray> targets) {

  /**
   * Made up: contents drawn from a normal distribution, positions even where the model does not
   * share them, one class for each example.
   *
   * @param network whose modalities are filled
   * @param size examples
   */
  public static Batch drawn(
      Perceiver network, Map<String, Head> heads, int size, long seed, NDManager manager) {
    Map<String, ByteArray> inputs = new TreeMap<>();
    network
        .inputs()
        .forEach((name, input) -> inputs.put(name, bytes(name, input, size, seed, manager)));
    Map<String, NDArray> targets = new LinkedHashMap<>();
    heads.forEach((name, head) -> targets.put(name, target(name, head, size, seed, manager)));
    return new Batch(inputs, targets);
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

  private static NDArray target(String name, Head head, int size, long seed, NDManager manager) {
    SplittableRandom random = random(seed, name + " target");
    float[] values = new float[size * head.targetSize()];
    for (int row = 0; row < size; row++) {
      values[row * head.targetSize() + random.nextInt(head.targetSize())] = 1;
    }
    return manager.create(values, new Shape(size, head.targetSize()));
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

  /**
   * The same memory under another manager: results belong to the manager of their first operand,
   * and are to go with the step they were made in.
   */
  Batch under(NDManager manager) {
    Map<String, ByteArray> lent = new TreeMap<>();
    inputs.forEach(
        (name, bytes) ->
            lent.put(
                name,
                new ByteArray(
                    lent(bytes.content(), manager),
                    bytes.positions() == null ? null : lent(bytes.positions(), manager),
                    bytes.mask() == null ? null : lent(bytes.mask(), manager))));
    return new Batch(lent, targets);
  }

  private static NDArray lent(NDArray array, NDManager manager) {
    NDArray view = array.stopGradient();
    view.attach(manager);
    return view;
  }
}
