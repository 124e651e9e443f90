package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindTest {
  private static final int STEPS = 200;

  @Test
  void handPickedPointsLieWhereTheyShould() {
    assertThat(Kind.RING.contains(0, 0)).isFalse();
    assertThat(Kind.RING.contains(0, 0.8)).isTrue();
    assertThat(Kind.TRIANGLE.contains(0, 0.95)).isTrue();
    assertThat(Kind.TRIANGLE.contains(0, -0.55)).isFalse(); // it stands on v = -1/2
    assertThat(Kind.SQUARE.contains(0.69, -0.69)).isTrue();
    assertThat(Kind.SQUARE.contains(0.71, 0)).isFalse();
    assertThat(Kind.STAR.contains(0, 0.95)).isTrue();
    assertThat(Kind.STAR.contains(0, -0.5)).isFalse(); // between its two legs
    assertThat(Kind.CROSS.contains(0, -0.9)).isTrue();
    assertThat(Kind.CROSS.contains(0.4, 0.4)).isFalse();
    assertThat(Kind.CRESCENT.contains(-0.9, 0)).isTrue();
    assertThat(Kind.CRESCENT.contains(0.5, 0)).isFalse();
    assertThat(Kind.HEART.contains(0, -0.85)).isTrue();
    assertThat(Kind.HEART.contains(0.8, -0.5)).isFalse();
    assertThat(Kind.ARROW.contains(0, -0.9)).isTrue();
    assertThat(Kind.ARROW.contains(0.5, -0.5)).isFalse();
  }

  @Test
  void nothingLiesOutsideTheUnitCircle() {
    for (Kind kind : Kind.values()) {
      assertThat(kind.contains(0.71, 0.71)).as(kind.label()).isFalse();
      assertThat(kind.contains(-1.01, 0)).as(kind.label()).isFalse();
    }
  }

  @Test
  void noTwoKindsCoverNearlyTheSame() {
    for (Kind one : Kind.values()) {
      for (Kind other : Kind.values()) {
        if (one != other) {
          assertThat(overlap(one, other)).as(one + " and " + other).isLessThan(0.8);
        }
      }
    }
  }

  /** Intersection over union. */
  private static double overlap(Kind one, Kind other) {
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
