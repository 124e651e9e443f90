package io.perceiver.demo;

import io.perceiver.api.Problems;

/**
 * What makes the pictures harder or easier to tell apart.
 *
 * <p>Pixel values run from 0 to 1 here, lengths are in pixels of a {@value ImageRenderer#SIDE} by
 * {@value ImageRenderer#SIDE} picture.
 *
 * @param minDiameter diameter of the circle around the smallest object, pixels
 * @param maxDiameter diameter of the circle around the largest object, pixels
 * @param maxTurnDegrees an object is turned by up to this angle, either way; 180 is any angle
 * @param minContrast least difference in luminance between object and ground, of either sign
 * @param unevenLight how much each channel may change from one side of the picture to the other,
 *     sideways and upwards alike, object and ground together
 * @param noise standard deviation of the Gaussian noise on every channel of every pixel
 * @param maxLines a picture has 0 to this many short stray lines over the object
 * @param maxDots a picture has 0 to this many stray dots over the object
 */
public record ImageDifficulty(
    double minDiameter,
    double maxDiameter,
    double maxTurnDegrees,
    double minContrast,
    double unevenLight,
    double noise,
    int maxLines,
    int maxDots) {

  /**
   * What the demo uses unless told otherwise: out of reach for a linear model on pixels, soon
   * learnt by a small attention network, also beside the other senses.
   */
  public static final ImageDifficulty DEFAULT =
      new ImageDifficulty(22, 28, 15, 0.35, 0.2, 0.03, 1, 1);

  /**
   * Checks the ranges.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every setting out of range
   */
  public ImageDifficulty {
    Problems problems = new Problems("image");
    problems.check(
        within(minDiameter, 4, ImageRenderer.SIDE), "minDiameter", minDiameter, "4 to 32");
    problems.check(
        within(maxDiameter, minDiameter, ImageRenderer.SIDE),
        "maxDiameter",
        maxDiameter,
        "minDiameter to 32");
    problems.check(within(maxTurnDegrees, 0, 180), "maxTurnDegrees", maxTurnDegrees, "0 to 180");
    problems.check(within(minContrast, 0, 0.5), "minContrast", minContrast, "0 to 0.5");
    problems.check(within(unevenLight, 0, 1), "unevenLight", unevenLight, "0 to 1");
    problems.check(within(noise, 0, 1), "noise", noise, "0 to 1");
    problems.check(within(maxLines, 0, 100), "maxLines", maxLines, "0 to 100");
    problems.check(within(maxDots, 0, 100), "maxDots", maxDots, "0 to 100");
    problems.throwIfAny();
  }

  private static boolean within(double value, double least, double most) {
    return value >= least && value <= most; // false for NaN
  }
}
