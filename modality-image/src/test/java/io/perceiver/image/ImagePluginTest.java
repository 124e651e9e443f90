package io.perceiver.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.image.augment.AugmentationConfig;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImagePluginTest {
  private final ImagePlugin plugin = new ImagePlugin();

  @Test
  void isFoundAsAServiceByItsName() {
    assertThat(ServiceLoader.load(ModalityPlugin.class))
        .anySatisfy(
            found -> {
              assertThat(found).isInstanceOf(ImagePlugin.class);
              assertThat(found.name()).isEqualTo("image");
            });
  }

  @Test
  void theConfigurationDecidesTheElements() {
    assertThat(plugin.create(plugin.defaults()).tokenizer()).isInstanceOf(PixelTokenizer.class);
    assertThat(plugin.create(ImageConfig.ofPatches(8, 8, Colour.RGB, 4)).tokenizer())
        .isInstanceOf(PatchTokenizer.class);
  }

  @Test
  void augmentationIsOffUnlessConfigured() {
    ImageConfig config = plugin.defaults();

    assertThat(plugin.create(config).augmentation().isNone()).isTrue();
    assertThat(
            plugin
                .create(config.withAugmentation(AugmentationConfig.imageNet()))
                .augmentation()
                .isNone())
        .isFalse();
  }

  @Test
  void positionsAreFourierFeaturesOfTheTokenGrid() {
    Modality<Raster> modality = plugin.create(ImageConfig.ofPatches(64, 32, Colour.RGB, 8));
    FourierFeatures positions = (FourierFeatures) modality.positionEncoding();

    assertThat(positions.channels(modality.tokenizer().spec())).isEqualTo(2 * (2 * 6 + 1));
    double[][] frequencies = positions.frequencies(modality.tokenizer().spec());
    assertThat(frequencies[0][5]).isEqualTo(4);
    assertThat(frequencies[1][5]).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"RGB", "GREY"})
  void filesAreReadInTheModelsColour(Colour colour) throws IOException {
    MemorySource file =
        new MemorySource(
            "a.png", Pictures.encode(Pictures.gradient(BufferedImage.TYPE_INT_RGB), "png"));

    Raster image = plugin.create(ImageConfig.ofPixels(4, 4, colour)).reader().read(file);

    assertThat(image).isEqualTo(colour.of(Pictures.gradient()));
  }

  @Test
  void eightThreadsTokenizeAsOne() throws Exception {
    Modality<Raster> modality = plugin.create(ImageConfig.ofPatches(24, 24, Colour.RGB, 4));
    List<Raster> images =
        IntStream.range(0, 50).mapToObj(i -> Pictures.noise(20 + i, 30, 3, i)).toList();
    List<float[]> alone = tokenize(modality, images);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<float[]>>> together =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> tokenize(modality, images)))
              .toList();
      for (Future<List<float[]>> result : together) {
        for (int i = 0; i < alone.size(); i++) {
          assertThat(result.get().get(i)).isEqualTo(alone.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<float[]> tokenize(Modality<Raster> modality, List<Raster> images) {
    int size = modality.tokenizer().spec().maxElements() * modality.tokenizer().spec().channels();
    return images.stream()
        .map(
            image -> {
              FloatBuffer content = FloatBuffer.allocate(size);
              modality.tokenizer().tokenize(image, content, FloatBuffer.allocate(0));
              return content.array();
            })
        .toList();
  }
}
