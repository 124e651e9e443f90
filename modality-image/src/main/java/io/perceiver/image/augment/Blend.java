package io.perceiver.image.augment;

import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;

/** Changes that move every sample towards or away from a plainer version of the image. */
final class Blend {
  private static final int CENTRE_WEIGHT = 5;
  private static final int WEIGHTS = 13;

  private Blend() {}

  /** Distance from each pixel's luma times a factor; 0 is grey, 1 no change. */
  static Raster saturation(Raster image, double factor) {
    if (image.channels() == 1) {
      return image;
    }
    Raster grey = Colour.GREY.of(image);
    byte[] samples = new byte[image.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = blended(grey.sample(i / 3), image.sample(i), factor);
    }
    return Raster.owning(image.height(), image.width(), image.channels(), samples);
  }

  /**
   * Distance from the smoothed image times a factor; 0 is smooth, 1 no change. Smooth is the mean
   * of a pixel, five times, and its eight neighbours; pixels at the edge keep their level.
   */
  static Raster sharpness(Raster image, double factor) {
    byte[] samples = image.bytes();
    int channels = image.channels();
    int line = image.width() * channels;
    for (int row = 1; row < image.height() - 1; row++) {
      for (int i = row * line + channels; i < (row + 1) * line - channels; i++) {
        int sum = (CENTRE_WEIGHT - 1) * image.sample(i);
        for (int above = i - line; above <= i + line; above += line) {
          sum +=
              image.sample(above - channels) + image.sample(above) + image.sample(above + channels);
        }
        samples[i] = blended((double) sum / WEIGHTS, image.sample(i), factor);
      }
    }
    return Raster.owning(image.height(), image.width(), channels, samples);
  }

  private static byte blended(double plain, int level, double factor) {
    return Levels.clamped(plain + factor * (level - plain));
  }
}
