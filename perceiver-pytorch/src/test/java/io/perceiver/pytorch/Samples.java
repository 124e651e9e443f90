package io.perceiver.pytorch;

import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Examples in memory, of the modality {@code numbers} and the classes a, b and c. */
final class Samples {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  private Samples() {}

  /** Noise with a class each: nothing to understand, all to learn by heart. */
  static List<Example> noise(int count, String split) {
    Random random = new Random(count);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String label = CLASSES.get(i % CLASSES.size());
      examples.add(example(split + i, split, label, Drawn.normal(random, 12).floats()));
    }
    return examples;
  }

  static Example example(String id, String split, String label, float[] numbers) {
    Map<String, String> columns = label.isEmpty() ? Map.of() : Map.of("label", label);
    return new Example(id, split, columns, Map.of("numbers", source(id, numbers)));
  }

  static SourceRecord source(String id, float[] numbers) {
    return SourceRecord.whole(new MemorySource(id, NumbersPlugin.bytes(numbers)));
  }
}
