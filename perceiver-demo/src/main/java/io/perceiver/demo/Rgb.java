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

  /** A colour drawn evenly from the middle of the cube, so that light may still vary. */
  static Rgb draw(Random random) {
    return new Rgb(channel(random), channel(random), channel(random));
  }

  private static double channel(Random random) {
    return 0.15 + 0.7 * random.nextDouble();
  }

  /** How light it looks, 0 to 1, with the weights of ITU-R BT.601. */
  public double luminance() {
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  }
}
