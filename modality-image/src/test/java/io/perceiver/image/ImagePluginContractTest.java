package io.perceiver.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.image.augment.AugmentationConfig;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import io.perceiver.testkit.FollowedScene;
import io.perceiver.testkit.ModalityPluginContract;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

class ImagePluginContractTest extends ModalityPluginContract<ImageConfig, Raster> {

  @Override
  protected ModalityPlugin<ImageConfig, Raster> plugin() {
    return new ImagePlugin();
  }

  @Override
  protected ImageConfig validConfig() {
    return ImageConfig.ofPatches(16, 16, Colour.RGB, 4)
        .withAugmentation(AugmentationConfig.imageNet());
  }

  @Override
  protected List<Raster> examples() {
    return List.of(
        Pictures.gradient(),
        Pictures.noise(16, 16, 3, 7),
        Pictures.noise(20, 9, 3, 8),
        Raster.owning(16, 16, 3, new byte[16 * 16 * 3]));
  }

  /** A square picture, and a mask of it in more and oblong pixels. */
  @Override
  protected List<FollowedScene<ImageConfig, Raster>> followedScenes() {
    AugmentationConfig moves =
        new AugmentationConfig(List.of(0.3, 1.0), List.of(0.75, 1.33), 0.5, 3, 0, 0, 0, 0, 0, 0);
    Raster picture = Raster.owning(24, 24, 3, new byte[24 * 24 * 3]);
    byte[] samples = picture.bytes();
    short[] ids = new short[48 * 72];
    for (int row = 12; row < 18; row++) {
      for (int column = 42; column < 54; column++) {
        ids[row * 72 + column] = 5;
        Arrays.fill(
            samples,
            (row / 2 * 24 + column / 3) * 3,
            (row / 2 * 24 + column / 3) * 3 + 3,
            (byte) -1);
      }
    }
    return List.of(
        new FollowedScene<>(
            ImageConfig.ofPixels(24, 24, Colour.RGB).withAugmentation(moves),
            Raster.owning(24, 24, 3, samples),
            ImageConfig.ofPixels(12, 12, Colour.INDEX),
            Raster.ofIndices(48, 72, ids),
            0.2,
            true));
  }

  @Override
  protected Map<String, Supplier<ImageConfig>> invalidConfigs() {
    ImageConfig valid = validConfig();
    return Map.of(
        "height", () -> ImageConfig.ofPixels(0, 16, Colour.RGB),
        "width", () -> ImageConfig.ofPixels(16, 5000, Colour.RGB),
        "patch", () -> ImageConfig.ofPatches(16, 16, Colour.RGB, 5),
        "background", () -> valid.withResize(valid.resize(), 256),
        "mean", () -> valid.withNormalisation(List.of(0.5, 0.5), List.of(1.0)),
        "sd", () -> valid.withNormalisation(List.of(0.5), List.of(0.0)),
        "maxPixels", () -> valid.withMaxPixels(0));
  }

  @Override
  protected Map<String, byte[]> sources() {
    BufferedImage image = Pictures.gradient(BufferedImage.TYPE_3BYTE_BGR);
    Map<String, byte[]> files = new HashMap<>();
    Stream.of("png", "jpeg", "gif", "bmp", "tiff")
        .forEach(format -> files.put("gradient." + format, Pictures.encode(image, format)));
    return files;
  }

  @Override
  protected Map<String, byte[]> unreadableSources() {
    return Map.of("text.png", "not an image".getBytes(UTF_8));
  }
}
