package io.perceiver.image;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.image.raster.Raster;
import java.nio.FloatBuffer;

/**
 * One element for each square patch, row of patches by row of patches; C is patch × patch ×
 * channels, row by row inside the patch, channel last. Thread-safe.
 *
 * <p>The positions are those of the grid of patches, relative to the crop as for pixels.
 */
public final class PatchTokenizer extends ImageTokenizer {
  private final int patch;
  private final Normalisation normalisation;

  /** Creates one for images and patches of this size and colour. */
  public PatchTokenizer(ImageConfig config) {
    super(spec(config), config.frame(), config.colour());
    this.patch = config.patch();
    this.normalisation = Normalisation.of(config);
  }

  private static ByteArraySpec spec(ImageConfig config) {
    int patch = config.patch();
    return ByteArraySpec.grid(
        patch * patch * config.colour().channels(),
        patch + " × " + patch + " pixels of " + content(config.colour()),
        config.height() / patch,
        config.width() / patch);
  }

  @Override
  void write(Raster image, FloatBuffer content) {
    float[] element = new float[spec().channels()];
    for (int top = 0; top < image.height(); top += patch) {
      for (int left = 0; left < image.width(); left += patch) {
        fill(element, image, top, left);
        content.put(element);
      }
    }
  }

  private void fill(float[] element, Raster image, int top, int left) {
    int channels = image.channels();
    int lineSize = patch * channels;
    for (int row = 0; row < patch; row++) {
      int from = ((top + row) * image.width() + left) * channels;
      normalisation.apply(image, from, element, row * lineSize, lineSize);
    }
  }
}
