package io.perceiver.bench.claims;

import io.perceiver.bench.report.Series;
import java.util.List;

/** Samples as bars with their intervals. */
final class Bars {

  private Bars() {}

  /** Test accuracies, in percent. */
  static Series of(String name, List<Sample> samples) {
    return new Series(
        name,
        List.of(),
        samples.stream().map(sample -> sample.test().mean()).toList(),
        samples.stream().map(sample -> sample.test().drawnHalfWidth()).toList());
  }
}
