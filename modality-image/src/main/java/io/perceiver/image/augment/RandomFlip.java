package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;
import java.util.random.RandomGenerator;

/**
 * A left-right flip now and then.
 *
 * @param probability of a flip
 */
record RandomFlip(double probability) implements ImageAugmentation.Step {

  @Override
  public Raster apply(Raster image, RandomGenerator random) {
    return random.nextDouble() < probability ? flipped(image) : image;
  }

  static Raster flipped(Raster image) {
    byte[] samples = new byte[image.size()];
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = image.width() - 1; column >= 0; column--) {
        for (int channel = 0; channel < image.channels(); channel++) {
          samples[at++] = (byte) image.sample(row, column, channel);
        }
      }
    }
    return Raster.owning(image.height(), image.width(), image.channels(), samples);
  }
}
