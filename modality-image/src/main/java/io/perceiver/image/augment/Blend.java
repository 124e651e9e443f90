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
    double[] levels = new double[image.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = blended(grey.level(i / 3), image.level(i), factor);
    }
    return image.ofLevels(image.height(), image.width(), image.channels(), levels);
  }

  /**
   * Distance from the smoothed image times a factor; 0 is smooth, 1 no change. Smooth is the mean
   * of a pixel, five times, and its eight neighbours; pixels at the edge keep their level.
   */
  static Raster sharpness(Raster image, double factor) {
    double[] levels = Levels.of(image);
    double[] sharp = levels.clone();
    int channels = image.channels();
    int line = image.width() * channels;
    for (int row = 1; row < image.height() - 1; row++) {
      for (int i = row * line + channels; i < (row + 1) * line - channels; i++) {
        double sum = (CENTRE_WEIGHT - 1) * levels[i];
        for (int above = i - line; above <= i + line; above += line) {
          sum += levels[above - channels] + levels[above] + levels[above + channels];
        }
        sharp[i] = blended(sum / WEIGHTS, levels[i], factor);
      }
    }
    return image.ofLevels(image.height(), image.width(), channels, sharp);
  }

  private static double blended(double plain, double level, double factor) {
    return plain + factor * (level - plain);
  }
}
