package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;

/** A factor for every axis, which stretches or mirrors clouds. */
final class AxisFactors {
  private AxisFactors() {}

  /** Multiplies the coordinates; normals stay at right angles to the surface and of length 1. */
  static void apply(MovingPoints points, double[] factors) {
    double[] coordinates = points.coordinates();
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] *= factors[i % Axis.COUNT];
    }
    points.normals().ifPresent(normals -> turn(normals, factors));
  }

  private static void turn(float[] normals, double[] factors) {
    for (int at = 0; at < normals.length; at += Axis.COUNT) {
      double squares = 0;
      for (int axis = 0; axis < Axis.COUNT; axis++) {
        // a plane that is stretched leans the other way
        double turned = normals[at + axis] / factors[axis];
        squares += turned * turned;
      }
      for (int axis = 0; squares > 0 && axis < Axis.COUNT; axis++) {
        normals[at + axis] = (float) (normals[at + axis] / factors[axis] / Math.sqrt(squares));
      }
    }
  }
}
