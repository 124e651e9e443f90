package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.random.RandomGenerator;

/**
 * A shift by whole pixels along both axes, each uniform in ± most.
 *
 * @param most pixels
 * @param fill level of what is uncovered
 */
record RandomShift(int most, int fill) implements ImageAugmentation.Step {

  @Override
  public Raster apply(Raster image, RandomGenerator random) {
    int down = random.nextInt(-most, most + 1);
    int right = random.nextInt(-most, most + 1);
    return down == 0 && right == 0 ? image : Affine.translation(right, down).warp(image, fill);
  }
}
