package io.perceiver.image.augment;

import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.image.raster.Raster;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final Raster GREY = raster(1, 4, 1, 0, 10, 100, 250);

  @Test
  void brightnessMultiplies() {
    assertThat(samples(Levels.brightness(GREY, 1.5))).containsExactly(0, 15, 150, 255);
    assertThat(samples(Levels.brightness(GREY, 0))).containsOnly(0);
    assertThat(Levels.brightness(GREY, 1)).isEqualTo(GREY);
  }

  @Test
  void contrastMovesAwayFromTheMean() {
    // the mean is 90
    assertThat(samples(Levels.contrast(GREY, 0.5))).containsExactly(45, 50, 95, 170);
    assertThat(samples(Levels.contrast(GREY, 0))).containsOnly(90);
    assertThat(Levels.contrast(GREY, 1)).isEqualTo(GREY);
  }

  @Test
  void posterizeKeepsLeadingBits() {
    assertThat(samples(Levels.posterize(raster(1, 3, 1, 255, 127, 16), 4)))
        .containsExactly(240, 112, 16);
    assertThat(Levels.posterize(GREY, 8)).isEqualTo(GREY);
  }

  @Test
  void solarizeInvertsBrightLevels() {
    assertThat(samples(Levels.solarize(GREY, 100))).containsExactly(0, 10, 155, 5);
    assertThat(Levels.solarize(GREY, 256)).isEqualTo(GREY);
    assertThat(samples(Levels.invert(GREY))).containsExactly(255, 245, 155, 5);
  }

  @Test
  void autoContrastUsesAllLevelsOfEachChannel() {
    Raster image = raster(1, 3, 3, 50, 7, 0, 100, 7, 128, 150, 7, 255);

    assertThat(samples(Levels.autoContrast(image)))
        .containsExactly(0, 7, 0, 128, 7, 128, 255, 7, 255);
  }

  @Test
  void equalizeSpreadsCrowdedLevels() {
    // 1,020 pixels evenly on the levels 100 to 103: 765 below the last, so 3 pixels to a step
    Raster crowded = raster(1, 1020, 1, IntStream.range(0, 1020).map(i -> 100 + i / 255).toArray());

    int[] spread = samples(Levels.equalize(crowded));

    assertThat(new int[] {spread[0], spread[255], spread[510], spread[765]})
        .containsExactly(0, 85, 170, 255);
  }

  @Test
  void equalizeLeavesFewPixelsAlone() {
    assertThat(Levels.equalize(GREY)).isEqualTo(GREY);
  }

  @Test
  void saturationMovesAwayFromLuma() {
    Raster red = raster(1, 1, 3, 255, 0, 0);

    assertThat(samples(Blend.saturation(red, 0))).containsExactly(76, 76, 76);
    assertThat(samples(Blend.saturation(red, 0.5))).containsExactly(166, 38, 38);
    assertThat(Blend.saturation(red, 1)).isEqualTo(red);
    assertThat(Blend.saturation(GREY, 0)).isSameAs(GREY);
  }

  @Test
  void sharpnessMovesAwayFromTheSmoothImage() {
    // the centre's smooth level is 5 × 130 / 13 = 50
    Raster dot = raster(3, 3, 1, 0, 0, 0, 0, 130, 0, 0, 0, 0);

    assertThat(samples(Blend.sharpness(dot, 0))).containsExactly(0, 0, 0, 0, 50, 0, 0, 0, 0);
    assertThat(samples(Blend.sharpness(dot, 1.5))[4]).isEqualTo(170);
    assertThat(Blend.sharpness(dot, 1)).isEqualTo(dot);
  }

  @Test
  void sharpnessTreatsChannelsOnTheirOwn() {
    int[] samples = new int[27];
    samples[13] = 130;

    int[] smooth = samples(Blend.sharpness(raster(3, 3, 3, samples), 0));

    assertThat(smooth[13]).isEqualTo(50);
    assertThat(IntStream.of(smooth).sum()).isEqualTo(50);
  }
}
