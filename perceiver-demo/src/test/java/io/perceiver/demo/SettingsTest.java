package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void sizesBelongToTheirSplits() {
    Sizes sizes = new Sizes(3, 2, 1);
    assertThat(sizes.of(Split.TRAIN)).isEqualTo(3);
    assertThat(sizes.of(Split.VALIDATION)).isEqualTo(2);
    assertThat(sizes.of(Split.TEST)).isEqualTo(1);
    assertThat(sizes.total()).isEqualTo(6);
  }

  @Test
  void everyWrongSizeIsNamedAtOnce() {
    assertThatThrownBy(() -> new Sizes(0, -1, 2_000_000))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("sizes.train: 0 is not allowed; allowed: 1 to 1000000")
        .hasMessageContaining("sizes.validation: -1 is not allowed; allowed: 0 to 1000000")
        .hasMessageContaining("sizes.test: 2000000 is not allowed");
  }

  @Test
  void everyWrongDifficultyIsNamedAtOnce() {
    assertThatThrownBy(() -> new Difficulty(2, 40, 200, 0.9, 3, Double.NaN, -1, 101))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("difficulty.minDiameter: 2.0")
        .hasMessageContaining("difficulty.maxDiameter: 40.0")
        .hasMessageContaining("difficulty.maxTurnDegrees: 200.0")
        .hasMessageContaining("difficulty.minContrast: 0.9")
        .hasMessageContaining("difficulty.unevenLight: 3.0")
        .hasMessageContaining("difficulty.noise: NaN")
        .hasMessageContaining("difficulty.maxLines: -1")
        .hasMessageContaining("difficulty.maxDots: 101");
  }

  @Test
  void largestDiameterIsNotBelowTheSmallest() {
    assertThatThrownBy(() -> new Difficulty(20, 19, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("difficulty.maxDiameter: 19.0 is not allowed");
  }
}
