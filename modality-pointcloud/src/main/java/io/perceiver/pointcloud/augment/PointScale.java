package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.random.RandomGenerator;

/**
 * Every point by itself a little nearer to the centre or farther from it (Perceiver §4.3).
 *
 * @param least smallest factor
 * @param most largest factor
 */
record PointScale(double least, double most) implements Move {

  @Override
  public void apply(MovingPoints points, RandomGenerator random) {
    double[] coordinates = points.coordinates();
    for (int point = 0; point < coordinates.length; point += Axis.COUNT) {
      double factor = Move.between(least, most, random);
      for (int axis = 0; axis < Axis.COUNT; axis++) {
        coordinates[point + axis] *= factor;
      }
    }
  }
}
