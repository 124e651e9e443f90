package io.perceiver.demo;

import java.util.Random;

/**
 * A colour.
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 */
public record Rgb(double red, double green, double blue) {

  /** A colour drawn evenly from the whole cube. */
  static Rgb draw(Random random) {
    return new Rgb(random.nextDouble(), random.nextDouble(), random.nextDouble());
  }

  /** How light it looks, 0 to 1, with the weights of ITU-R BT.601. */
  public double luminance() {
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  }
}
