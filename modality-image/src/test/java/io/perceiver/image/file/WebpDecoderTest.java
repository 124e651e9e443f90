package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.image.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of cwebp 1.2.4; beside each lies what Pillow 9.4 (libwebp) makes of it, over white. */
class WebpDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(10_000, 255);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q20",
        "q95",
        "q0one",
        "simple",
        "sharp",
        "rawalpha",
        "gradientalpha",
        "rawfiltered",
        "animated"
      })
  void everySampleIsThatOfTheReferenceDecoder(String name) throws IOException {
    Raster image = decoder.decode(Files.stored(name + ".webp"));

    assertThat(image).isEqualTo(decoder.decode(Files.stored(name + ".webp.png")));
  }

  @Test
  void anAlphaChunkThatEndsEarlyIsRefused() {
    byte[] file = Files.stored("rawalpha.webp").bytes();
    // after RIFF's header and VP8X comes ALPH; the rest of its bytes are not a chunk
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(34, 100);

    assertThatThrownBy(() -> decoder.decode(new MemorySource("a.webp", file)))
        .hasMessageContaining("cut short: ");
  }

  @Test
  void aCanvasOfAnotherSizeThanTheImageIsRefused() {
    byte[] file = Files.stored("rawalpha.webp").bytes();
    file[24]++;

    assertThatThrownBy(() -> decoder.decode(new MemorySource("a.webp", file)))
        .hasMessageContaining("the canvas has 37 × 54 pixels, but its image has 37 × 53");
  }

  // by hand: differences 10, 1, 2 over 3, 4, 5
  @ParameterizedTest
  @CsvSource({
    "0, 10 1 2 3 4 5",
    "1, 10 11 13 13 17 22",
    "2, 10 11 13 13 15 18",
    "3, 10 11 13 13 18 25"
  })
  void alphaFiltersAreUndone(int filter, String expected) {
    byte[] alpha = {10, 1, 2, 3, 4, 5};
    AlphaFilter.undo(filter, alpha, 2, 3);

    StringBuilder samples = new StringBuilder();
    for (byte each : alpha) {
      samples.append(each).append(' ');
    }
    assertThat(samples.toString().strip()).isEqualTo(expected);
  }
}
