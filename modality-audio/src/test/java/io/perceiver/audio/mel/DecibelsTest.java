package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecibelsTest {

  @Test
  void powersOfTenAreWhole() {
    for (int decibels = -350; decibels <= 350; decibels += 10) {
      assertThat(Decibels.of(Math.pow(10, decibels / 10.0))).isEqualTo(decibels);
    }
  }

  @Test
  void allAreTheLogarithmRoundedToAFloat() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double power = random.nextDouble(1, 2) * Math.pow(2, random.nextInt(-120, 120));

      double exact = 10 * Math.log10(power);

      // half a float's last digit, and the series' own error
      double allowed = Math.ulp((float) exact) / 2 + 1e-8;
      assertThat((double) Decibels.of(power)).isCloseTo(exact, within(allowed));
    }
  }

  @Test
  void whatIsNoNumberStaysNone() {
    assertThat(Decibels.of(Double.NaN)).isNaN();
    assertThat(Decibels.of(Double.POSITIVE_INFINITY)).isNaN();
  }

  @Test
  void theSeriesIsContinuousWhereItsRangeEnds() {
    for (double end : new double[] {Math.sqrt(0.5), Math.sqrt(2), 1, 2, Double.MIN_NORMAL}) {
      for (double power : new double[] {Math.nextUp(end), end, end * (1 + 1e-12)}) {
        assertThat((double) Decibels.of(power))
            .isCloseTo(10 * Math.log10(power), within(2e-8 + Math.ulp((float) 3080)));
      }
    }
    assertThat(Decibels.of(1)).isZero();
  }
}
