package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MelFiltersTest {

  @Test
  void theScaleIsHtks() {
    assertThat(MelScale.HTK.mel(0)).isZero();
    // 2595 log10(1 + 1) and 2595 log10(1 + 9)
    assertThat(MelScale.HTK.mel(700)).isCloseTo(781.17, within(0.01));
    assertThat(MelScale.HTK.mel(6300)).isCloseTo(2595, within(1e-9));
    assertThat(MelScale.HTK.mel(1000)).isCloseTo(1000, within(0.02));
    assertThat(MelScale.HTK.hz(MelScale.HTK.mel(1234.5))).isCloseTo(1234.5, within(1e-9));
  }

  @Test
  void cornersAreEvenlySpacedInMel() {
    // 0, 865, 1730 and 2595 mel
    assertThat(MelScale.HTK.spaced(0, 6300, 4))
        .containsExactly(
            new double[] {0, 700 * (Math.cbrt(10) - 1), 700 * (Math.cbrt(100) - 1), 6300},
            within(1e-6));
  }

  @Test
  void trianglesRiseAndFallStraightBetweenTheCorners() {
    // corners at 0, 808.1, 2549.1 and 6300 Hz; bins at 0, 1000, ..., 8000 Hz
    MelFilters filters = MelFilters.of(MelScale.HTK, false, 2, 0, 6300, 1000, 9);

    double low = 700 * (Math.cbrt(10) - 1);
    double high = 700 * (Math.cbrt(100) - 1);
    for (int bin = 0; bin < 9; bin++) {
      double[] power = new double[9];
      power[bin] = 1;
      double hz = 1000 * bin;
      assertThat(inBand(filters, 0, power))
          .as("first band, bin " + bin)
          .isCloseTo(Math.max(0, Math.min(hz / low, (high - hz) / (high - low))), within(1e-6));
      assertThat(inBand(filters, 1, power))
          .as("second band, bin " + bin)
          .isCloseTo(
              Math.max(0, Math.min((hz - low) / (high - low), (6300 - hz) / (6300 - high))),
              within(1e-6));
    }
  }

  @Test
  void bandsAddUp() {
    double[] power = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    MelFilters filters = MelFilters.of(MelScale.HTK, false, 1, 1000, 7000, 1000, 9);
    double middle = MelScale.HTK.hz((MelScale.HTK.mel(1000) + MelScale.HTK.mel(7000)) / 2);

    double sum = 0;
    for (int bin = 2; bin < 7; bin++) {
      double hz = bin * 1000;
      double weight = hz <= middle ? (hz - 1000) / (middle - 1000) : (7000 - hz) / (7000 - middle);
      sum += weight * power[bin];
    }
    assertThat(inBand(filters, 0, power)).isCloseTo(sum, within(1e-5));
  }

  @Test
  void bandsNarrowerThanABinAreCounted() {
    assertThat(MelFilters.of(MelScale.HTK, false, 20, 0, 4000, 31.25, 129).emptyBands()).isZero();
    assertThat(MelFilters.of(MelScale.HTK, false, 1, 10, 20, 31.25, 129).emptyBands()).isEqualTo(1);
    assertThat(MelFilters.of(MelScale.HTK, false, 200, 0, 4000, 31.25, 129).emptyBands())
        .isPositive();
  }

  /** Of the second of two frames, the first one's power ten times as large. */
  private static double inBand(MelFilters filters, int band, double[] power) {
    double[][] frames =
        Arrays.stream(power).mapToObj(bin -> new double[] {10 * bin, bin}).toArray(double[][]::new);
    double[] result = {-1, -1};
    filters.apply(band, frames, result, 2);
    assertThat(result[0]).isCloseTo(10 * result[1], within(1e-12));
    return result[1];
  }
}
