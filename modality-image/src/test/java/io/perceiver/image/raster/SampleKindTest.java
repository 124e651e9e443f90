package io.perceiver.image.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleKindTest {

  @Test
  void sixteenBitsStaySixteenBits() {
    Raster depth = Raster.ofShorts(1, 2, 1, new short[] {0, 1000});

    assertThat(Resampling.resize(depth, 1, 4))
        .isEqualTo(Raster.ofShorts(1, 4, 1, new short[] {0, 250, 750, 1000}));
    assertThat(Colour.RGB.of(depth))
        .isEqualTo(Raster.ofShorts(1, 2, 3, new short[] {0, 0, 0, 1000, 1000, 1000}));
  }

  @Test
  void floatsStayFloats() {
    Raster image = Raster.ofFloats(1, 2, 1, new float[] {0, 1});

    Raster wide = Resampling.resize(image, 1, 4);
    assertThat(wide.kind()).isEqualTo(SampleKind.FLOAT);
    assertThat(wide.value(1)).isEqualTo(0.25f);
    assertThat(wide.level(2)).isEqualTo(191.25);
  }

  @Test
  void indicesAreNeverMixed() {
    short[] indices = new short[100];
    Random random = new Random(3);
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (short) (random.nextBoolean() ? 7 : 50_000);
    }
    Raster mask = Raster.ofIndices(10, 10, indices);

    for (Filter filter : Filter.values()) {
      Raster resized = Resampling.resize(mask, filter, 7, 13);
      assertThat(resized.kind()).isEqualTo(SampleKind.INDEX);
      for (int i = 0; i < resized.size(); i++) {
        assertThat(resized.sample(i)).isIn(7, 50_000);
      }
    }
    assertThat(new Frame(10, 12, ResizeMode.PAD, 255).fit(mask).sample(0)).isEqualTo(255);
  }

  @Test
  void onlyOneChannelOfWholeNumbersHasIndices() {
    assertThat(Colour.INDEX.of(Raster.ofShorts(1, 1, 1, new short[] {9})))
        .isEqualTo(Raster.ofIndices(1, 1, new short[] {9}));
    assertThatThrownBy(() -> Colour.INDEX.of(Raster.ofFloats(1, 1, 1, new float[1])))
        .isInstanceOf(PerceiverException.class);
    assertThatThrownBy(() -> Colour.RGB.of(Raster.ofIndices(1, 1, new short[1])))
        .hasMessageContaining("holds indices, which have no colours");
  }
}
