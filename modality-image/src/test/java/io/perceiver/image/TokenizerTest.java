package io.perceiver.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Positions;
import io.perceiver.api.Tokenizer;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.ResizeMode;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private static final FloatBuffer NO_POSITIONS = FloatBuffer.allocate(0);

  /** Samples stay what they are. */
  private static ImageConfig plain(ImageConfig config) {
    return config.withNormalisation(List.of(0.0), List.of(1.0 / 255));
  }

  private static float[] tokenize(Tokenizer<Raster> tokenizer, Raster image) {
    FloatBuffer content =
        FloatBuffer.allocate(tokenizer.elements(image) * tokenizer.spec().channels());
    tokenizer.tokenize(image, content, NO_POSITIONS);
    assertThat(content.hasRemaining()).isFalse();
    return content.array();
  }

  @Test
  void pixelsAreElementsRowByRow() {
    Tokenizer<Raster> tokenizer = new PixelTokenizer(plain(ImageConfig.ofPixels(2, 2, Colour.RGB)));
    Raster image = Pictures.raster(2, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);

    assertThat(tokenize(tokenizer, image))
        .containsExactly(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255}, within(1e-4f));
    assertThat(tokenizer.spec()).isEqualTo(ByteArraySpec.grid(3, "colour", 2, 2));
  }

  @Test
  void patchesAreElementsRowByRowWithTheirPixelsRowByRow() {
    Tokenizer<Raster> tokenizer =
        new PatchTokenizer(plain(ImageConfig.ofPatches(4, 6, Colour.GREY, 2)));
    Raster image =
        Pictures.raster(
            4, 6, 1, 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 30, 31, 32,
            33, 34, 35);

    assertThat(tokenize(tokenizer, image))
        .containsExactly(
            new float[] {
              0, 1, 10, 11, 2, 3, 12, 13, 4, 5, 14, 15,
              20, 21, 30, 31, 22, 23, 32, 33, 24, 25, 34, 35
            },
            within(1e-4f));
    assertThat(tokenizer.spec())
        .isEqualTo(ByteArraySpec.grid(4, "2 × 2 pixels of grey level", 2, 3));
  }

  @Test
  void channelsLieTogetherInsideAPatch() {
    Tokenizer<Raster> tokenizer =
        new PatchTokenizer(plain(ImageConfig.ofPatches(2, 2, Colour.RGB, 2)));
    Raster image = Pictures.raster(2, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    assertThat(tokenize(tokenizer, image))
        .containsExactly(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, within(1e-4f));
  }

  @Test
  void aPatchOfOnePixelIsThePixel() {
    Raster image = Pictures.noise(6, 8, 3, 1);

    assertThat(tokenize(new PatchTokenizer(ImageConfig.ofPatches(6, 8, Colour.RGB, 1)), image))
        .isEqualTo(tokenize(new PixelTokenizer(ImageConfig.ofPixels(6, 8, Colour.RGB)), image));
  }

  @Test
  void samplesLieBetweenMinusOneAndOneByDefault() {
    Tokenizer<Raster> tokenizer = new PixelTokenizer(ImageConfig.ofPixels(1, 3, Colour.GREY));

    assertThat(tokenize(tokenizer, Pictures.raster(1, 3, 1, 0, 51, 255)))
        .containsExactly(-1f, -0.6f, 1f);
  }

  @Test
  void indicesStayWhatTheyAreByDefault() {
    Tokenizer<Raster> tokenizer = new PixelTokenizer(ImageConfig.ofPixels(1, 3, Colour.INDEX));

    assertThat(tokenize(tokenizer, Raster.ofIndices(1, 3, new short[] {0, 1, 255})))
        .containsExactly(0, 1, 255);
  }

  @Test
  void everyChannelHasItsOwnMeanAndDeviation() {
    ImageConfig config =
        ImageConfig.ofPixels(1, 1, Colour.RGB)
            .withNormalisation(ImageConfig.IMAGENET_MEAN, ImageConfig.IMAGENET_SD);

    // (1 - 0.485) / 0.229, (0.2 - 0.456) / 0.224, (0 - 0.406) / 0.225
    assertThat(tokenize(new PixelTokenizer(config), Pictures.raster(1, 1, 3, 255, 51, 0)))
        .containsExactly(new float[] {2.248908f, -1.142857f, -1.804444f}, within(1e-6f));
  }

  @Test
  void imagesOfAnotherSizeAreResizedFirst() {
    ImageConfig config =
        plain(ImageConfig.ofPixels(2, 2, Colour.GREY)).withResize(ResizeMode.PAD, 7);

    assertThat(tokenize(new PixelTokenizer(config), Pictures.raster(1, 2, 1, 50, 60)))
        .containsExactly(new float[] {50, 60, 7, 7}, within(1e-4f));
  }

  @Test
  void positionsAreTheGridOfTheElements() {
    ByteArraySpec patches =
        new PatchTokenizer(ImageConfig.ofPatches(32, 64, Colour.RGB, 16)).spec();

    assertThat(patches.sharedPositions()).contains(Positions.grid(2, 4));
    assertThat(patches.maxElements()).isEqualTo(8);
    assertThat(patches.channels()).isEqualTo(16 * 16 * 3);
  }

  @Test
  void imagesOfOtherChannelsAreRefused() {
    Tokenizer<Raster> tokenizer = new PixelTokenizer(ImageConfig.ofPixels(2, 2, Colour.RGB));

    assertThatThrownBy(() -> tokenizer.elements(Pictures.noise(2, 2, 1, 3)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("1 channels, expected 3");
  }
}
