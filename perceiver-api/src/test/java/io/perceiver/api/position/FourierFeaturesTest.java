package io.perceiver.api.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InvalidSpecException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourierFeaturesTest {
  private static final ByteArraySpec IMAGE = ByteArraySpec.grid(3, "colour", 224, 224);
  private static final ByteArraySpec POINTS = ByteArraySpec.scattered(2048, 0, "nothing", 3);

  @Test
  void imagenetHas258PositionChannels() {
    assertThat(FourierFeatures.of(64).channels(IMAGE)).isEqualTo(258);
    assertThat(FourierFeatures.of(64).explain(IMAGE))
        .isEqualTo("2 axes × (2 × 64 bands + 1 position)");
  }

  @Test
  void frequenciesAreSpacedLinearlyFromOneToHalfTheMaximum() {
    assertThat(FourierFeatures.of(5, 18).frequencies(POINTS)[2]).containsExactly(1, 3, 5, 7, 9);
  }

  @Test
  void highestBandIsHalfTheResolutionWhereTheGridDecides() {
    ByteArraySpec oblong = ByteArraySpec.grid(1, "grey", 10, 40);
    double[][] frequencies = FourierFeatures.of(4).frequencies(oblong);
    assertThat(frequencies[0][3]).isEqualTo(5);
    assertThat(frequencies[1][3]).isEqualTo(20);
  }

  @Test
  void singleBandIsFrequencyOne() {
    assertThat(FourierFeatures.of(1, 10).frequencies(IMAGE)[0]).containsExactly(1);
  }

  @Test
  void everyAxisMayHaveItsOwnBandsAndFrequency() {
    FourierFeatures encoding =
        new FourierFeatures(
            List.of(2, 3, 4), List.of(4.0, 8.0, 16.0), ChannelOrder.PAPER, true, false);
    assertThat(encoding.channels(POINTS)).isEqualTo(2 * (2 + 3 + 4) + 3);
    assertThat(encoding.frequencies(POINTS)[2]).hasSize(4).endsWith(8);
  }

  @Test
  void cosinesAndPositionsCanBeLeftOut() {
    assertThat(
            new FourierFeatures(List.of(8), List.of(10.0), ChannelOrder.PAPER, false, true)
                .channels(POINTS))
        .isEqualTo(24);
  }

  @Test
  void scatteredElementsNeedAMaximumFrequency() {
    assertThatThrownBy(() -> FourierFeatures.of(8).channels(POINTS))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("maxFrequency")
        .hasMessageContaining("no even grid");
  }

  @Test
  void allWrongNumbersAreReportedAtOnce() {
    assertThatThrownBy(
            () -> new FourierFeatures(List.of(0), List.of(-1.0), ChannelOrder.PAPER, true, false))
        .isInstanceOfSatisfying(
            InvalidSpecException.class, e -> assertThat(e.problems()).hasSize(2));
  }
}
