package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final int COUNT = 20_000;
  private static final double FIVE_DEVIATIONS = 0.017;

  private final Gaps gaps = new Gaps(new Draws(1));

  @Test
  void oneTrainingCellInTenIsEmptyAndNeverAllOfAnExample() {
    assertIndependentGaps(index -> gaps.inManifest(Split.TRAIN, index), Gaps.IN_TRAINING);
  }

  @Test
  void oneCellInThreeOfTheListWithGapsIsEmptyAndNeverAllOfAnExample() {
    assertIndependentGaps(gaps::inList, Gaps.IN_LIST);
  }

  @Test
  void validationAndTestAreComplete() {
    for (int index = 0; index < 100; index++) {
      assertThat(gaps.inManifest(Split.VALIDATION, index)).containsExactly(Sense.values());
      assertThat(gaps.inManifest(Split.TEST, index)).containsExactly(Sense.values());
    }
  }

  /** The rates of a sense and of a pair of senses, given that one at least is left. */
  private static void assertIndependentGaps(IntFunction<List<Sense>> present, double missing) {
    double none = missing * missing * missing;
    double one = (missing - none) / (1 - none);
    double pair = (missing * missing - none) / (1 - none);
    assertThat(share(present, List::isEmpty)).isZero();
    for (Sense sense : Sense.values()) {
      assertThat(share(present, senses -> !senses.contains(sense)))
          .isCloseTo(one, within(FIVE_DEVIATIONS));
      assertThat(share(present, senses -> senses.equals(List.of(sense))))
          .isCloseTo(pair, within(FIVE_DEVIATIONS));
    }
  }

  private static double share(IntFunction<List<Sense>> present, Predicate<List<Sense>> condition) {
    return IntStream.range(0, COUNT).mapToObj(present).filter(condition).count() / (double) COUNT;
  }
}
