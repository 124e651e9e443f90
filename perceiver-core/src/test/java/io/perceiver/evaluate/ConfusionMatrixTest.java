package io.perceiver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.head.Interval;
import io.perceiver.internal.evaluate.ConfusionCounter;
import io.perceiver.internal.evaluate.Intervals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final List<String> ANIMALS = List.of("cat", "dog", "owl", "yak");

  /**
   * Of 4 cats 3 are found and 1 is taken for a dog; of 2 dogs 1, the other for an owl; of 4 owls 2,
   * the others for cats. There is no yak, and none is seen.
   */
  private static ConfusionMatrix matrix() {
    ConfusionCounter counter = new ConfusionCounter(ANIMALS);
    add(counter, 0, 0, 3);
    add(counter, 0, 1, 1);
    add(counter, 1, 1, 1);
    add(counter, 1, 2, 1);
    add(counter, 2, 2, 2);
    add(counter, 2, 0, 2);
    return counter.matrix();
  }

  private static void add(ConfusionCounter counter, int actual, int predicted, int times) {
    for (int i = 0; i < times; i++) {
      counter.add(new long[] {actual}, new long[] {predicted}, new float[] {1});
    }
  }

  @Test
  void rowsAreTheTrueClassesAndColumnsThePredictedOnes() {
    assertThat(matrix().count(0, 1)).isEqualTo(1);
    assertThat(matrix().count(1, 0)).isZero();
    assertThat(matrix().count(2, 0)).isEqualTo(2);
    assertThat(matrix().total()).isEqualTo(10);
    assertThat(matrix().correct()).isEqualTo(6);
    assertThat(matrix().accuracy()).isCloseTo(0.6, within(1e-12));
    assertThat(matrix().accuracyInterval()).isEqualTo(Intervals.wilson(6, 10));
  }

  @Test
  void recallPrecisionAndF1AreThoseCountedByHand() {
    assertThat(matrix().recall(0)).isCloseTo(3 / 4.0, within(1e-12));
    assertThat(matrix().precision(0)).isCloseTo(3 / 5.0, within(1e-12));
    assertThat(matrix().f1(0)).isCloseTo(6 / 9.0, within(1e-12));
    assertThat(matrix().f1(1)).isCloseTo(2 / 4.0, within(1e-12));
    assertThat(matrix().f1(2)).isCloseTo(4 / 7.0, within(1e-12));
  }

  @Test
  void meansAreOverTheClassesThatOccur() {
    assertThat(matrix().meanClassAccuracy())
        .isCloseTo((3 / 4.0 + 1 / 2.0 + 2 / 4.0) / 3, within(1e-12));
    assertThat(matrix().macroF1()).isCloseTo((6 / 9.0 + 2 / 4.0 + 4 / 7.0) / 3, within(1e-12));
    assertThat(matrix().recall(3)).isNaN();
  }

  /** A class that is only predicted costs macro-F1, but has no examples to recognise. */
  @Test
  void aClassThatIsOnlyPredictedCountsForF1Alone() {
    ConfusionCounter counter = new ConfusionCounter(ANIMALS);
    add(counter, 0, 0, 1);
    add(counter, 0, 3, 1);
    assertThat(counter.matrix().meanClassAccuracy()).isCloseTo(0.5, within(1e-12));
    assertThat(counter.matrix().macroF1()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-12));
  }

  @Test
  void runsAreCountedElementByElementAndWithoutThoseOfNoWeight() {
    ConfusionCounter counter = new ConfusionCounter(List.of("a", "b", "c"));
    counter.add(
        new long[] {0, 0, 0, 1, 1, 2},
        new long[] {0, 0, 1, 1, 1, 0},
        new float[] {1, 1, 1, 1, 0, 0});
    assertThat(counter.matrix().count(0, 0)).isEqualTo(2);
    assertThat(counter.matrix().count(0, 1)).isEqualTo(1);
    assertThat(counter.matrix().count(1, 1)).isEqualTo(1);
    assertThat(counter.matrix().total()).isEqualTo(4);
  }

  @Test
  void nothingCountedHasNoFigures() {
    ConfusionMatrix empty = new ConfusionMatrix(ANIMALS, Map.of());
    assertThat(empty.accuracy()).isNaN();
    assertThat(empty.macroF1()).isNaN();
    assertThat(empty.meanClassAccuracy()).isNaN();
    assertThat(empty.accuracyInterval()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void aCellOfNoClassIsRefused() {
    Map<ConfusionMatrix.Cell, Long> outside = Map.of(new ConfusionMatrix.Cell(0, 4), 1L);
    assertThatThrownBy(() -> new ConfusionMatrix(ANIMALS, outside))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
