package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilhouetteTest {
  private static final int STEPS = 200;

  @Test
  void handPickedPointsLieWhereTheyShould() {
    assertThat(Silhouette.RING.contains(0, 0)).isFalse();
    assertThat(Silhouette.RING.contains(0, 0.8)).isTrue();
    assertThat(Silhouette.STAR.contains(0, 0.95)).isTrue();
    assertThat(Silhouette.STAR.contains(0, -0.5)).isFalse(); // between its two legs
    assertThat(Silhouette.CROSS.contains(0, -0.9)).isTrue();
    assertThat(Silhouette.CROSS.contains(0.4, 0.4)).isFalse();
    assertThat(Silhouette.CRESCENT.contains(-0.9, 0)).isTrue();
    assertThat(Silhouette.CRESCENT.contains(0.5, 0)).isFalse();
    assertThat(Silhouette.ARROW.contains(0, -0.9)).isTrue();
    assertThat(Silhouette.ARROW.contains(0.5, -0.5)).isFalse();
  }

  @Test
  void nothingLiesOutsideTheUnitCircle() {
    for (Silhouette silhouette : Silhouette.values()) {
      assertThat(silhouette.contains(0.71, 0.71)).as(silhouette.name()).isFalse();
      assertThat(silhouette.contains(-1.01, 0)).as(silhouette.name()).isFalse();
    }
  }

  @Test
  void noTwoCoverNearlyTheSame() {
    for (Silhouette one : Silhouette.values()) {
      for (Silhouette other : Silhouette.values()) {
        if (one != other) {
          assertThat(overlap(one, other)).as(one + " and " + other).isLessThan(0.7);
        }
      }
    }
  }

  /** Intersection over union. */
  private static double overlap(Silhouette one, Silhouette other) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < STEPS * STEPS; i++) {
      double u = (i % STEPS + 0.5) * 2 / STEPS - 1;
      double v = (i / STEPS + 0.5) * 2 / STEPS - 1;
      boolean inOne = one.contains(u, v);
      boolean inOther = other.contains(u, v);
      both += inOne && inOther ? 1 : 0;
      either += inOne || inOther ? 1 : 0;
    }
    return (double) both / either;
  }
}
