package io.perceiver.image;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.image.raster.Raster;
import java.nio.FloatBuffer;

/**
 * One element for each pixel, row by row; C is 3 for colour, 1 for grey. Thread-safe.
 *
 * <p>The positions are those of the grid of pixels after resizing or cropping, so they are relative
 * to the crop (Perceiver §4.1), not to the source image.
 */
public final class PixelTokenizer extends ImageTokenizer {
  private final Normalisation normalisation;

  /** Creates one for images of this size and colour. */
  public PixelTokenizer(ImageConfig config) {
    super(spec(config), config.frame(), config.colour());
    this.normalisation = Normalisation.of(config);
  }

  private static ByteArraySpec spec(ImageConfig config) {
    return ByteArraySpec.grid(
        config.colour().channels(), content(config.colour()), config.height(), config.width());
  }

  @Override
  void write(Raster image, FloatBuffer content) {
    int channels = image.channels();
    float[] line = new float[image.width() * channels];
    for (int start = 0; start < image.size(); start += line.length) {
      normalisation.apply(image, start, line, 0, line.length);
      content.put(line);
    }
  }
}
