package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.random.RandomGenerator;

/**
 * The whole cloud wider or narrower, on each axis by itself.
 *
 * @param least smallest factor
 * @param most largest factor
 */
record CloudScale(double least, double most) {

  /** Draws a factor for every axis. */
  double[] draw(RandomGenerator random) {
    double[] factors = new double[Axis.COUNT];
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      factors[axis] = Move.between(least, most, random);
    }
    return factors;
  }
}
