package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.perceiver.head.CrossEntropy;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  /** Probabilities 1/2, 1/4, 1/4. */
  private static final float[][] LOGITS = {{(float) Math.log(2), 0, 0}};

  private static float loss(double smoothing, float... target) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return new CrossEntropy(smoothing)
          .perExample(manager.create(LOGITS), manager.create(new float[][] {target}))
          .toFloatArray()[0];
    }
  }

  @Test
  void aClassCostsMinusTheLogOfItsProbability() {
    assertThat(loss(0, 1, 0, 0)).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(loss(0, 0, 1, 0)).isCloseTo((float) Math.log(4), within(1e-6f));
  }

  @Test
  void aSoftTargetCostsItsMixture() {
    double expected = 0.3 * Math.log(2) + 0.7 * Math.log(4);
    assertThat(loss(0, 0.3f, 0.7f, 0)).isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void smoothingSpreadsItsShareOverAllClasses() {
    // 0.1 spread over 3: the target becomes 0.9333, 0.0333, 0.0333
    double expected = (0.9 + 0.1 / 3) * Math.log(2) + 2 * 0.1 / 3 * Math.log(4);
    assertThat(loss(0.1, 1, 0, 0)).isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void everyExampleHasItsOwnLoss() {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] losses =
          new CrossEntropy(0)
              .perExample(
                  manager.create(new float[][] {{0, 0}, {100, -100}}),
                  manager.create(new float[][] {{1, 0}, {0, 1}}))
              .toFloatArray();
      assertThat(losses).containsExactly(new float[] {(float) Math.log(2), 200}, within(1e-5f));
    }
  }
}
