package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mirror images: each axis is mirrored with probability 1/2, whatever happens to the others.
 *
 * @param axes those that may be mirrored
 */
record Flips(List<Axis> axes) {

  /** Draws a factor for every axis: -1 for one that is mirrored, or 1. */
  double[] draw(RandomGenerator random) {
    double[] factors = new double[Axis.COUNT];
    for (Axis axis : Axis.values()) {
      factors[axis.index()] = axes.contains(axis) && random.nextBoolean() ? -1 : 1;
    }
    return factors;
  }
}
