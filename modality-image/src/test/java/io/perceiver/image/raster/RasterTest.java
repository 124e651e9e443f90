package io.perceiver.image.raster;

import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import org.junit.jupiter.api.Test;

class RasterTest {

  @Test
  void copiesAreIndependent() {
    byte[] samples = {1, 2, 3, -1};
    Raster image = Raster.copyOf(2, 2, 1, samples);
    samples[0] = 9;
    image.bytes()[1] = 9;

    assertThat(samples(image)).containsExactly(1, 2, 3, 255);
    assertThat(image.sample(1, 1, 0)).isEqualTo(255);
  }

  @Test
  void isEqualByValue() {
    assertThat(raster(1, 2, 1, 3, 4))
        .isEqualTo(raster(1, 2, 1, 3, 4))
        .hasSameHashCodeAs(raster(1, 2, 1, 3, 4))
        .isNotEqualTo(raster(2, 1, 1, 3, 4))
        .isNotEqualTo(raster(1, 2, 1, 3, 5));
  }

  @Test
  void refusesContradictingSizes() {
    assertThatThrownBy(() -> raster(2, 2, 2, 1, 2, 3))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("raster.channels: 2 is not allowed; allowed: 1 or 3")
        .hasMessageContaining("raster.samples: 3 is not allowed");
    assertThatThrownBy(() -> raster(0, 1, 1)).hasMessageContaining("raster.height: 0");
    // 65536 × 65536 is 0 as an int
    assertThatThrownBy(() -> raster(65536, 65536, 1)).hasMessageContaining("raster.samples: 0");
  }

  @Test
  void greyIsLuma() {
    // 0.299 × 255 = 76.2, 0.587 × 255 = 149.7, 0.114 × 255 = 29.1
    Raster colours = raster(1, 5, 3, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 7, 7, 7);

    assertThat(samples(Colour.GREY.of(colours))).containsExactly(76, 150, 29, 255, 7);
  }

  @Test
  void greyInColourHasThreeEqualChannels() {
    assertThat(samples(Colour.RGB.of(raster(1, 2, 1, 5, 200))))
        .containsExactly(5, 5, 5, 200, 200, 200);
  }

  @Test
  void theRightChannelsAreKept() {
    Raster grey = raster(1, 1, 1, 5);

    assertThat(Colour.GREY.of(grey)).isSameAs(grey);
  }
}
