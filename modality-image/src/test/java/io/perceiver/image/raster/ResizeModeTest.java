package io.perceiver.image.raster;

import static io.perceiver.image.Pictures.noise;
import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizeModeTest {
  private static final Raster WIDE = raster(1, 4, 1, 0, 100, 200, 60);

  private static int[] fit(Raster image, ResizeMode mode, int height, int width) {
    return samples(new Frame(height, width, mode, 9).fit(image));
  }

  @Test
  void stretchKeepsEverything() {
    assertThat(fit(WIDE, ResizeMode.STRETCH, 2, 4))
        .containsExactly(0, 100, 200, 60, 0, 100, 200, 60);
  }

  @Test
  void cropKeepsTheCentre() {
    Raster image = raster(2, 4, 1, 0, 100, 200, 60, 1, 101, 201, 61);

    assertThat(fit(image, ResizeMode.CROP, 2, 2)).containsExactly(100, 200, 101, 201);
  }

  @Test
  void padKeepsEverythingOnABackground() {
    assertThat(fit(WIDE, ResizeMode.PAD, 3, 4))
        .containsExactly(9, 9, 9, 9, 0, 100, 200, 60, 9, 9, 9, 9);
  }

  @Test
  void padOfAnExtremeImageKeepsAtLeastOnePixel() {
    Raster line = raster(1, 5, 1, 80, 80, 80, 80, 80);

    assertThat(fit(line, ResizeMode.PAD, 2, 2)).containsExactly(80, 80, 9, 9);
  }

  @ParameterizedTest
  @EnumSource
  void anImageOfTheRightSizeIsKept(ResizeMode mode) {
    Raster image = noise(6, 5, 3, 1);

    assertThat(new Frame(6, 5, mode, 0).fit(image)).isSameAs(image);
  }

  @ParameterizedTest
  @EnumSource
  void everyModeGivesTheSizeAskedFor(ResizeMode mode) {
    for (Raster image :
        new Raster[] {noise(1, 300, 3, 1), noise(300, 1, 3, 2), noise(31, 17, 3, 3)}) {
      Raster fitted = new Frame(13, 29, mode, 0).fit(image);

      assertThat(fitted.height()).isEqualTo(13);
      assertThat(fitted.width()).isEqualTo(29);
    }
  }
}
