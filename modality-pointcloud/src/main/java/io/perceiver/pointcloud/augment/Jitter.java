package io.perceiver.pointcloud.augment;

import java.util.random.RandomGenerator;

/**
 * Noise on every coordinate, as of a scanner.
 *
 * @param sd standard deviation
 * @param clip largest noise
 */
record Jitter(double sd, double clip) implements Move {

  @Override
  public void apply(MovingPoints points, RandomGenerator random) {
    double[] coordinates = points.coordinates();
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] += Math.max(-clip, Math.min(clip, sd * random.nextGaussian()));
    }
  }
}
