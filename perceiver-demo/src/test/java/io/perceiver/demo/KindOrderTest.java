package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;

class KindOrderTest {
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final double SIGNIFICANT = 0.001; // seeds are fixed: no flakiness, only a verdict

  private final KindOrder order = new KindOrder(new Draws(3));

  @Test
  void everyKindIsEquallyFrequentInEverySplit() {
    for (Split split : Split.values()) {
      long[] counts = new long[KINDS.size()];
      IntStream.range(0, 803).forEach(i -> counts[KINDS.indexOf(order.kind(split, i))]++);
      assertThat(counts).containsOnly(100, 101);
    }
  }

  @Test
  void theOrderOfKindsHasNoPattern() {
    long[][] pairs = new long[8][8]; // a kind against the one at the same place of the next block
    for (int i = 0; i < 4000; i++) {
      Kind here = order.kind(Split.TRAIN, i);
      pairs[KINDS.indexOf(here)][KINDS.indexOf(order.kind(Split.TRAIN, i + 8))]++;
    }
    assertThat(TestUtils.chiSquareTest(pairs)).isGreaterThan(SIGNIFICANT);
  }

  @Test
  void splitsHaveOrdersOfTheirOwn() {
    assertThat(kinds(Split.TRAIN)).isNotEqualTo(kinds(Split.TEST));
    assertThat(kinds(Split.TRAIN)).isNotEqualTo(kinds(Split.VALIDATION));
    assertThat(kinds(Split.TRAIN)).isEqualTo(kinds(Split.TRAIN));
  }

  private List<Kind> kinds(Split split) {
    return IntStream.range(0, 16).mapToObj(i -> order.kind(split, i)).toList();
  }
}
