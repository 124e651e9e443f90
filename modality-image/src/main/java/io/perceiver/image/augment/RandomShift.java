package io.perceiver.image.augment;

import io.perceiver.image.raster.Frame;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A shift by whole pixels along both axes, each uniform in ± most.
 *
 * @param most pixels
 * @param frame size of the images
 */
record RandomShift(int most, Frame frame) {

  /** Draws a shift; empty for none. */
  Optional<RelativeAffine> draw(RandomGenerator random) {
    int down = random.nextInt(-most, most + 1);
    int right = random.nextInt(-most, most + 1);
    return down == 0 && right == 0
        ? Optional.empty()
        : Optional.of(
            RelativeAffine.of(Affine.translation(right, down), frame.height(), frame.width()));
  }
}
