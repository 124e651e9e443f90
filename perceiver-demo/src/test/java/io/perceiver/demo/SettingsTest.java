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
  void everythingWrongWithPicturesIsNamedAtOnce() {
    assertThatThrownBy(() -> new ImageDifficulty(2, 40, 200, 0.9, 3, Double.NaN, -1, 101))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("image.minDiameter: 2.0")
        .hasMessageContaining("image.maxDiameter: 40.0")
        .hasMessageContaining("image.maxTurnDegrees: 200.0")
        .hasMessageContaining("image.minContrast: 0.9")
        .hasMessageContaining("image.unevenLight: 3.0")
        .hasMessageContaining("image.noise: NaN")
        .hasMessageContaining("image.maxLines: -1")
        .hasMessageContaining("image.maxDots: 101");
  }

  @Test
  void everythingWrongWithSoundsIsNamedAtOnce() {
    assertThatThrownBy(() -> new SoundDifficulty(50, 49, 0, 1, Double.NaN))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("sound.minPitchHz: 50.0")
        .hasMessageContaining("sound.maxPitchHz: 49.0")
        .hasMessageContaining("sound.minLoudness: 0.0")
        .hasMessageContaining("sound.maxLoudness: 1.0")
        .hasMessageContaining("sound.maxNoise: NaN");
  }

  @Test
  void everythingWrongWithShapesIsNamedAtOnce() {
    assertThatThrownBy(() -> new ShapeDifficulty(-1, 1, 2))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("shape.maxTiltDegrees: -1.0")
        .hasMessageContaining("shape.maxStretch: 1.0")
        .hasMessageContaining("shape.noise: 2.0");
  }

  @Test
  void largestDiameterIsNotBelowTheSmallest() {
    assertThatThrownBy(() -> new ImageDifficulty(20, 19, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("image.maxDiameter: 19.0 is not allowed");
  }
}
