package io.perceiver.internal.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.perceiver.api.head.TargetArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  /** Probabilities 1/2, 1/4, 1/4. */
  private static final float[] LOGITS = {(float) Math.log(2), 0, 0};

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private TargetArray ids(long... ids) {
    return TargetArray.of(manager.create(ids), manager.ones(new Shape(ids.length)));
  }

  private float loss(CrossEntropy loss, long id) {
    return loss.perElement(manager.create(new float[][] {LOGITS}), ids(id), Map.of())
        .toFloatArray()[0];
  }

  @Test
  void aClassCostsMinusTheLogOfItsProbability() {
    assertThat(loss(CrossEntropy.PLAIN, 0)).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(loss(CrossEntropy.PLAIN, 1)).isCloseTo((float) Math.log(4), within(1e-6f));
  }

  @Test
  void smoothingSpreadsItsShareOverAllClasses() {
    // 0.1 spread over 3: the target becomes 0.9333, 0.0333, 0.0333
    double expected = (0.9 + 0.1 / 3) * Math.log(2) + 2 * 0.1 / 3 * Math.log(4);
    assertThat(loss(new CrossEntropy(0.1, 0, List.of()), 0))
        .isCloseTo((float) expected, within(1e-6f));
  }

  /** (1 − p)² · −log p. */
  @Test
  void theFocalLossMakesLittleOfWhatIsRecognised() {
    CrossEntropy focal = new CrossEntropy(0, 2, List.of());
    assertThat(loss(focal, 0)).isCloseTo((float) (0.25 * Math.log(2)), within(1e-6f));
    assertThat(loss(focal, 1)).isCloseTo((float) (0.5625 * Math.log(4)), within(1e-6f));
  }

  /** At a probability of 1 the power's own derivative would be infinite for γ below 1. */
  @Test
  void theFocalLossHasAFiniteGradientWhereNothingIsWrong() {
    NDArray logits = manager.create(new float[][] {{200, -200}});
    logits.setRequiresGradient(true);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(
          new CrossEntropy(0, 0.5, List.of()).perElement(logits, ids(0), Map.of()).sum());
    }
    assertThat(logits.getGradient().toFloatArray()).containsOnly(0f);
  }

  @Test
  void elementsHaveALossEachAndWeighWhatTheirClassDoes() {
    NDArray logits = manager.create(new float[] {0, 0, 100, -100, 0, 0, 0, 0}).reshape(2, 2, 2);
    TargetArray target =
        new TargetArray(
            manager.create(new float[] {0, 1, 1, 0}).reshape(2, 2, 1),
            null,
            manager.create(new boolean[] {true, true, true, false}).reshape(2, 2),
            manager.create(new float[] {1, 1}));
    CrossEntropy loss = new CrossEntropy(0, 0, List.of(1.0, 3.0));
    float two = (float) Math.log(2);
    assertThat(loss.perElement(logits, target, Map.of()).toFloatArray())
        .containsExactly(new float[] {two, 200, two, two}, within(1e-5f));
    assertThat(loss.weights(target, Map.of()).toFloatArray()).containsExactly(1, 3, 3, 0);
  }

  @Test
  void idsOfAnotherShapeAreRefused() {
    NDArray logits = manager.zeros(new Shape(2, 5, 3));
    assertThatThrownBy(() -> CrossEntropy.PLAIN.perElement(logits, ids(0, 1), Map.of()))
        .hasMessage(
            "scores of shape (2, 5, 3) need ids of shape (2, 5), those of the target have (2)");
  }
}
