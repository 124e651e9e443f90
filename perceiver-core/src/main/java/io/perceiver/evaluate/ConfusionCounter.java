package io.perceiver.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts which class was taken for which. Used by one thread. */
public final class ConfusionCounter {
  private final List<String> classes;
  private final Map<ConfusionMatrix.Cell, Long> counts = new HashMap<>();

  /** Starts at nothing, for such classes. */
  public ConfusionCounter(List<String> classes) {
    this.classes = List.copyOf(classes);
  }

  /**
   * Adds one example. A class is where a row is largest, the first of equals.
   *
   * @param output a score for each class
   * @param target a distribution over the classes
   */
  public void add(float[] output, float[] target) {
    counts.merge(new ConfusionMatrix.Cell(largest(target), largest(output)), 1L, Long::sum);
  }

  /** The counts so far. */
  public ConfusionMatrix matrix() {
    return new ConfusionMatrix(classes, counts);
  }

  /** Index of the largest value, the first of equals. */
  public static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
