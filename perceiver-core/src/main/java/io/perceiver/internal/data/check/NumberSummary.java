package io.perceiver.internal.data.check;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Many numbers of one kind in a few.
 *
 * @param smallest of them
 * @param median the lower one of an even count
 * @param largest of them
 * @param counts how often each occurs; empty if there are more than a few different ones
 */
public record NumberSummary(
    double smallest, double median, double largest, SortedMap<Double, Integer> counts) {
  private static final int FEW = 5;

  /**
   * Summarises numbers.
   *
   * @param numbers at least one
   */
  public static NumberSummary of(Collection<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    SortedMap<Double, Integer> counts = new TreeMap<>();
    sorted.forEach(number -> counts.merge(number, 1, Integer::sum));
    return new NumberSummary(
        sorted.get(0),
        sorted.get((sorted.size() - 1) / 2),
        sorted.get(sorted.size() - 1),
        counts.size() <= FEW
            ? Collections.unmodifiableSortedMap(counts)
            : Collections.emptySortedMap());
  }
}
