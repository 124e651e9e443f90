package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.random.RandomGenerator;

/**
 * Brightness, contrast and saturation, in this order, each by a factor uniform in 1 ± its share.
 * Saturation leaves grey images as they are.
 *
 * @param brightness share, 0 to 1
 * @param contrast share, 0 to 1
 * @param saturation share, 0 to 1
 */
record ColourJitter(double brightness, double contrast, double saturation) {

  /** Returns a changed copy of the image, or the image itself. */
  Raster apply(Raster image, RandomGenerator random) {
    Raster changed = image;
    if (brightness > 0) {
      changed = Levels.brightness(changed, factor(brightness, random));
    }
    if (contrast > 0) {
      changed = Levels.contrast(changed, factor(contrast, random));
    }
    if (saturation > 0) {
      changed = Blend.saturation(changed, factor(saturation, random));
    }
    return changed;
  }

  private static double factor(double share, RandomGenerator random) {
    return 1 + share * (2 * random.nextDouble() - 1);
  }
}
