package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * A rotation of the whole cloud.
 *
 * @param axis what it is rotated about
 * @param degrees angle
 */
record Turn(Axis axis, double degrees) {

  /** Draws an angle up to the largest to either side. */
  static Turn draw(Axis axis, double mostDegrees, RandomGenerator random) {
    return new Turn(axis, Move.between(-mostDegrees, mostDegrees, random));
  }

  /** Turns the points in place. */
  void apply(MovingPoints points) {
    double angle = Math.toRadians(degrees);
    apply(points, new Rotation(direction(), angle, RotationConvention.VECTOR_OPERATOR));
  }

  private Vector3D direction() {
    return switch (axis) {
      case X -> Vector3D.PLUS_I;
      case Y -> Vector3D.PLUS_J;
      case Z -> Vector3D.PLUS_K;
    };
  }

  private static void apply(MovingPoints points, Rotation rotation) {
    double[] coordinates = points.coordinates();
    double[] vector = new double[Axis.COUNT];
    for (int at = 0; at < coordinates.length; at += Axis.COUNT) {
      System.arraycopy(coordinates, at, vector, 0, Axis.COUNT);
      rotation.applyTo(vector, vector);
      System.arraycopy(vector, 0, coordinates, at, Axis.COUNT);
    }
    points.normals().ifPresent(normals -> apply(normals, rotation, vector));
  }

  private static void apply(float[] normals, Rotation rotation, double[] vector) {
    for (int at = 0; at < normals.length; at += Axis.COUNT) {
      for (int i = 0; i < Axis.COUNT; i++) {
        vector[i] = normals[at + i];
      }
      rotation.applyTo(vector, vector);
      for (int i = 0; i < Axis.COUNT; i++) {
        normals[at + i] = (float) vector[i];
      }
    }
  }
}
