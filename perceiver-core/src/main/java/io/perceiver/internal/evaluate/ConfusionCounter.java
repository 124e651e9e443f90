package io.perceiver.internal.evaluate;

import io.perceiver.evaluate.ConfusionMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts which class was taken for which. Used by one thread. */
public final class ConfusionCounter {
  private final List<String> classes;
  private final Map<ConfusionMatrix.Cell, LongAdder> counts = new HashMap<>();

  /** Starts at nothing, for such classes. */
  public ConfusionCounter(List<String> classes) {
    this.classes = List.copyOf(classes);
  }

  /**
   * Adds some elements. Runs of the same pair are counted at once, as masks have them.
   *
   * @param actual the class that each element is
   * @param predicted the class that was predicted for it
   * @param weights those of 0 or less do not count
   */
  public void add(long[] actual, long[] predicted, float[] weights) {
    int from = 0;
    while (from < actual.length) {
      int to = from;
      long counted = 0;
      while (to < actual.length && actual[to] == actual[from] && predicted[to] == predicted[from]) {
        counted += weights[to++] > 0 ? 1 : 0;
      }
      if (counted > 0) {
        ConfusionMatrix.Cell cell =
            new ConfusionMatrix.Cell((int) actual[from], (int) predicted[from]);
        counts.computeIfAbsent(cell, first -> new LongAdder()).add(counted);
      }
      from = to;
    }
  }

  /** Returns the counts so far. */
  public ConfusionMatrix matrix() {
    Map<ConfusionMatrix.Cell, Long> sums = new HashMap<>();
    counts.forEach((cell, count) -> sums.put(cell, count.sum()));
    return new ConfusionMatrix(classes, sums);
  }
}
