package io.perceiver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /** With z = 1.959964: (0.8 + z²/20 ± z·√(0.8·0.2/10 + z²/400)) / (1 + z²/10). */
  @Test
  void eightOfTenLieWhereWilsonsFormulaSays() {
    Interval interval = Interval.wilson(8, 10);
    assertThat(interval.low()).isCloseTo(0.490162, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.943318, within(1e-6));
  }

  /** At a share of 0 the upper end is z²/(n + z²), at 1 the lower end is n/(n + z²). */
  @Test
  void sharesOfNoneAndAllEndThere() {
    double z2 = 1.959964 * 1.959964;
    assertThat(Interval.wilson(0, 20).low()).isZero();
    assertThat(Interval.wilson(0, 20).high()).isCloseTo(z2 / (20 + z2), within(1e-6));
    assertThat(Interval.wilson(20, 20).low()).isCloseTo(20 / (20 + z2), within(1e-6));
    assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
  }

  @Test
  void nothingTriedTellsNothing() {
    assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
  }
}
