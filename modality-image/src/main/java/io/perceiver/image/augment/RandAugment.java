package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.random.RandomGenerator;

/**
 * Some operations drawn with equal probability, all of one strength (RandAugment, Cubuk et al.
 * 2020). The operations and their largest strengths are in {@link Distortion}.
 *
 * @param operations how many, one after the other
 * @param strength 0 to 1, the paper's magnitude divided by 10
 * @param fill level of what is uncovered
 */
record RandAugment(int operations, double strength, int fill) implements ImageAugmentation.Step {

  @Override
  public Raster apply(Raster image, RandomGenerator random) {
    Raster changed = image;
    for (int i = 0; i < operations; i++) {
      Distortion distortion = Distortion.draw(random);
      double signed = random.nextBoolean() ? strength : -strength;
      changed = distortion.apply(changed, signed, fill);
    }
    return changed;
  }
}
