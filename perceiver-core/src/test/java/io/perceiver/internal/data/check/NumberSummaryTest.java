package io.perceiver.internal.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberSummaryTest {

  @Test
  void countsAFewDifferentNumbers() {
    NumberSummary summary = NumberSummary.of(List.of(3.0, 1.0, 3.0));
    assertThat(summary.counts()).isEqualTo(Map.of(1.0, 1, 3.0, 2));
    assertThat(summary.median()).isEqualTo(3);
  }

  @Test
  void givesTheSpreadOfMany() {
    NumberSummary summary = NumberSummary.of(List.of(6.0, 2.0, 5.0, 4.0, 1.0, 3.0));
    assertThat(summary).isEqualTo(new NumberSummary(1, 3, 6, Collections.emptySortedMap()));
  }
}
