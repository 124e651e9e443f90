package io.perceiver.internal.data;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Target;
import io.perceiver.internal.plugin.PluginCall;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.OptionalInt;

/** Reads the targets that lie in examples' rows, and names the example where one is refused. */
public final class TargetReader {
  private TargetReader() {}

  /**
   * Returns whether an example has a target; reads it, but decodes no source.
   *
   * @throws PerceiverException if its row holds what is not allowed
   */
  public static boolean has(Example example, Target target) {
    if (target instanceof Target.Id id) {
      return id.reader().read(example.columns()).isPresent();
    }
    if (target instanceof Target.Numbers numbers) {
      return read(numbers, example, FloatBuffer.allocate(numbers.size()));
    }
    return example.sources().containsKey(((Target.Elements) target).modality());
  }

  /** Reads the ids of a batch for the output of a name. */
  public static TargetBatch.Ids ids(String output, Target.Id target, List<Example> examples) {
    int[] ids = new int[examples.size()];
    float[] weights = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Example example = examples.get(i);
      try {
        OptionalInt id =
            PluginCall.of(place(output, example), () -> target.reader().read(example.columns()));
        ids[i] = id.orElse(0);
        weights[i] = id.isPresent() ? 1 : 0;
      } catch (PerceiverException e) {
        throw refused(example, output, e);
      }
    }
    return new TargetBatch.Ids(ids, weights);
  }

  /** Reads the numbers of a batch for the output of a name. */
  public static TargetBatch.Numbers numbers(
      String output, Target.Numbers target, List<Example> examples) {
    int size = target.size();
    float[] values = new float[Math.multiplyExact(examples.size(), size)];
    float[] weights = new float[examples.size()];
    for (int i = 0; i < weights.length; i++) {
      Example example = examples.get(i);
      try {
        FloatBuffer row = FloatBuffer.wrap(values, i * size, size).slice();
        boolean has = PluginCall.of(place(output, example), () -> read(target, example, row));
        weights[i] = has ? 1 : 0;
      } catch (PerceiverException e) {
        throw refused(example, output, e);
      }
    }
    return new TargetBatch.Numbers(size, values, weights);
  }

  private static boolean read(Target.Numbers target, Example example, FloatBuffer row) {
    boolean has = target.reader().read(example.columns(), row);
    int written = row.position();
    if (written != (has ? target.size() : 0)) {
      throw new PerceiverException(
          "its target has %d numbers, %d were read of the row"
              .formatted(has ? target.size() : 0, written));
    }
    for (int i = 0; i < written; i++) {
      if (!Float.isFinite(row.get(i))) {
        throw new PerceiverException("the target " + row.get(i) + " is not finite");
      }
    }
    return has;
  }

  private static String place(String output, Example example) {
    return "head '%s': reading the target of example '%s'".formatted(output, example.id());
  }

  private static PerceiverException refused(Example example, String output, PerceiverException e) {
    return new PerceiverException(
        "example '" + example.id() + "', head '" + output + "': " + e.getMessage(), e);
  }
}
