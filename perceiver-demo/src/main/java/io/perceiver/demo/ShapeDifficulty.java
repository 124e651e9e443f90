package io.perceiver.demo;

import io.perceiver.api.Problems;

/**
 * What makes the surfaces harder or easier to tell apart. A toy is about 2 across, before it is
 * scaled.
 *
 * @param maxTiltDegrees how far a toy may lean, in any direction
 * @param maxStretch each of its axes is stretched by up to this share, or shrunk, on its own
 * @param noise standard deviation of the Gaussian noise on each coordinate, before scaling
 */
public record ShapeDifficulty(double maxTiltDegrees, double maxStretch, double noise) {

  /** What the demo uses unless told otherwise. */
  public static final ShapeDifficulty DEFAULT = new ShapeDifficulty(10, 0.1, 0.02);

  /**
   * Checks the ranges.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every setting out of range
   */
  public ShapeDifficulty {
    Problems problems = new Problems("shape");
    problems.check(within(maxTiltDegrees, 180), "maxTiltDegrees", maxTiltDegrees, "0 to 180");
    problems.check(within(maxStretch, 0.9), "maxStretch", maxStretch, "0 to 0.9");
    problems.check(within(noise, 1), "noise", noise, "0 to 1");
    problems.throwIfAny();
  }

  private static boolean within(double value, double most) {
    return value >= 0 && value <= most; // false for NaN
  }
}
