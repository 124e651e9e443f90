package io.perceiver.image.augment;

import io.perceiver.image.raster.Box;
import io.perceiver.image.raster.Raster;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random part of the image, which is resized to the model's size, as Inception was trained
 * (Szegedy et al., Going Deeper with Convolutions, 2014): its area is a uniform share of the
 * image's, its width to height log-uniform. After ten parts that lie not within the image, the
 * largest centred one of allowed proportions is taken.
 *
 * @param area smallest and largest share
 * @param aspect smallest and largest width to height
 */
record RandomResizedCrop(List<Double> area, List<Double> aspect) {
  private static final int ATTEMPTS = 10;

  /** Draws a part of an image, in its pixels. */
  Box draw(Raster image, RandomGenerator random) {
    double pixels = (double) image.height() * image.width();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double size = pixels * between(area.get(0), area.get(1), random);
      double shape = Math.exp(between(Math.log(aspect.get(0)), Math.log(aspect.get(1)), random));
      long height = Math.round(Math.sqrt(size / shape));
      long width = Math.round(Math.sqrt(size * shape));
      if (height >= 1 && width >= 1 && height <= image.height() && width <= image.width()) {
        int top = random.nextInt(image.height() - (int) height + 1);
        int left = random.nextInt(image.width() - (int) width + 1);
        return new Box(top, left, height, width);
      }
    }
    double shape = (double) image.width() / image.height();
    return Box.centred(image, Math.max(aspect.get(0), Math.min(aspect.get(1), shape)));
  }

  private static double between(double least, double most, RandomGenerator random) {
    return least + (most - least) * random.nextDouble();
  }
}
