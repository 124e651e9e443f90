package io.perceiver.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueSource;
import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures in memory give the samples that they hold. */
class ImageValuesTest {
  private static final RasterReader READER = new RasterReader(ImageConfig.defaults());

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 15; i++) {
      picture.setRGB(i % 5, i / 5, i * 1_118_481);
    }
    return picture;
  }

  @Test
  void theStoredSamplesAreTaken() throws IOException {
    Raster read = new ValueSource("a", picture()).readBy(READER);
    assertThat(Pictures.samples(read))
        .isEqualTo(IntStream.range(0, 45).map(sample -> sample / 3 * 17).toArray());
    assertThat(new ValueSource("b", read).readBy(READER)).isEqualTo(read);
  }

  @Test
  void moreThanTheLargestImageIsRefused() {
    RasterReader small = new RasterReader(ImageConfig.defaults().with(c -> c.maxPixels = 14));
    assertThatThrownBy(() -> new ValueSource("a", picture()).readBy(small))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a: has 5 × 3 pixels; allowed: up to maxPixels, 14");
  }

  @Test
  void aValueOfAnotherClassIsRefusedWithWhatFits() {
    assertThatThrownBy(() -> new ValueSource("a", new float[3]).readBy(READER))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("a: a value of float[] is not allowed")
        .hasMessageContaining("java.awt.image.BufferedImage");
    assertThatThrownBy(() -> new ValueSource("a", picture()).open())
        .hasMessageContaining("has no bytes");
  }
}
