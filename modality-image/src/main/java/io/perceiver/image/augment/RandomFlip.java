package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.random.RandomGenerator;

/**
 * A left-right flip now and then.
 *
 * @param probability of a flip
 */
record RandomFlip(double probability) {

  /** Draws whether to flip. */
  boolean draw(RandomGenerator random) {
    return random.nextDouble() < probability;
  }

  /** Returns the mirror image. */
  static Raster flipped(Raster image) {
    int width = image.width();
    return image.picked(
        image.height(), width, pixel -> pixel - pixel % width + width - 1 - pixel % width);
  }
}
