package io.perceiver.image.augment;

import static io.perceiver.image.Pictures.noise;
import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.image.raster.Raster;
import org.junit.jupiter.api.Test;

class AffineTest {
  private static final Raster NINE = raster(3, 3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);

  @Test
  void aQuarterTurnIsExact() {
    assertThat(samples(Affine.rotation(90).warp(NINE, 0)))
        .containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
    assertThat(samples(Affine.rotation(-90).warp(NINE, 0)))
        .containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
  }

  @Test
  void aShiftUncoversTheFill() {
    assertThat(samples(Affine.translation(1, 0).warp(NINE, 77)))
        .containsExactly(77, 1, 2, 77, 4, 5, 77, 7, 8);
    assertThat(samples(Affine.translation(0, -2).warp(NINE, 77)))
        .containsExactly(7, 8, 9, 77, 77, 77, 77, 77, 77);
    assertThat(samples(Affine.translation(-4096, 4096).warp(NINE, 77))).containsOnly(77);
  }

  @Test
  void halfAPixelIsTheMeanOfTwo() {
    assertThat(samples(Affine.translation(0.5, 0).warp(raster(1, 3, 1, 10, 20, 40), 0)))
        .containsExactly(5, 15, 30);
  }

  @Test
  void aShearMovesRowsByTheirHeight() {
    assertThat(samples(Affine.shear(1, 0).warp(NINE, 0)))
        .containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 0);
    assertThat(samples(Affine.shear(0, 1).warp(NINE, 0)))
        .containsExactly(0, 2, 6, 1, 5, 9, 4, 8, 0);
  }

  @Test
  void noMoveIsNoChange() {
    Raster image = noise(7, 8, 3, 4);

    assertThat(Affine.rotation(0).warp(image, 0)).isEqualTo(image);
    assertThat(Affine.shear(0, 0).warp(image, 0)).isEqualTo(image);
  }
}
