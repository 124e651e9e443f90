package io.perceiver.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.head.Interval;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  /** With z = 1.959964: (0.8 + z²/20 ± z·√(0.8·0.2/10 + z²/400)) / (1 + z²/10). */
  @Test
  void eightOfTenLieWhereWilsonsFormulaSays() {
    Interval interval = Intervals.wilson(8, 10);
    assertThat(interval.low()).isCloseTo(0.490162, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.943318, within(1e-6));
  }

  /** At a share of 0 the upper end is z²/(n + z²), at 1 the lower end is n/(n + z²). */
  @Test
  void sharesOfNoneAndAllEndThere() {
    double z2 = 1.959964 * 1.959964;
    assertThat(Intervals.wilson(0, 20).low()).isZero();
    assertThat(Intervals.wilson(0, 20).high()).isCloseTo(z2 / (20 + z2), within(1e-6));
    assertThat(Intervals.wilson(20, 20).low()).isCloseTo(20 / (20 + z2), within(1e-6));
    assertThat(Intervals.wilson(20, 20).high()).isEqualTo(1);
  }

  @Test
  void nothingTriedTellsNothing() {
    assertThat(Intervals.wilson(0, 0)).isEqualTo(new Interval(0, 1));
  }

  /** With 9 degrees of freedom t is 2.262157. */
  @Test
  void aMeanLiesWhereStudentsFormulaSays() {
    Interval interval = Intervals.mean(5, 2, 10);
    assertThat(interval.low()).isCloseTo(5 - 2.262157 * 2 / Math.sqrt(10), within(1e-6));
    assertThat(interval.high()).isCloseTo(5 + 2.262157 * 2 / Math.sqrt(10), within(1e-6));
  }

  /** The mean of 0 and 1 in equal parts over 400 examples: 0.5 ± 1.96 · 0.5 / 20. */
  @Test
  void theBootstrapOfAMeanIsNearTheNormalOne() {
    Interval interval =
        Bootstrap.interval(
                400,
                times -> {
                  double ones = 0;
                  for (int i = 0; i < 200; i++) {
                    ones += times[i];
                  }
                  return ones / 400;
                })
            .orElseThrow();
    assertThat(interval.low()).isCloseTo(0.451, within(0.008));
    assertThat(interval.high()).isCloseTo(0.549, within(0.008));
    assertThat(Bootstrap.interval(1, times -> 1)).isEmpty();
    assertThat(Bootstrap.interval(5, times -> Double.NaN)).isEmpty();
  }
}
