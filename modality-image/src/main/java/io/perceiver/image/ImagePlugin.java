package io.perceiver.image;

import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.image.augment.ImageAugmentation;
import io.perceiver.image.raster.Raster;

/** The modality {@code image}. */
public final class ImagePlugin implements ModalityPlugin<ImageConfig, Raster> {
  // up to the grid's own Nyquist frequency; 6 as in lucidrains/perceiver-pytorch's image example
  private static final PositionEncoding POSITIONS = FourierFeatures.of(6);

  @Override
  public String name() {
    return "image";
  }

  @Override
  public ImageConfig defaults() {
    return ImageConfig.defaults();
  }

  @Override
  public Modality<Raster> create(ImageConfig config) {
    return new Modality<>(
        new RasterReader(config),
        new ImageAugmentation(config.augmentation(), config.frame()),
        tokenizer(config),
        POSITIONS,
        InputAdapter.identity());
  }

  private static Tokenizer<Raster> tokenizer(ImageConfig config) {
    return switch (config.tokens()) {
      case PIXELS -> new PixelTokenizer(config);
      case PATCHES -> new PatchTokenizer(config);
    };
  }
}
