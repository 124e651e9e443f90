package io.perceiver.pointcloud.cloud;

/** Which point of a cloud becomes the origin. */
public enum Centre {
  /** The mean of the points, as in the paper. */
  MEAN {
    @Override
    double of(double[] coordinates, int axis) {
      double sum = 0;
      for (int i = axis; i < coordinates.length; i += Axis.COUNT) {
        sum += coordinates[i];
      }
      return sum * Axis.COUNT / coordinates.length;
    }
  },

  /** The middle between smallest and largest coordinate of each axis. */
  BOUNDS {
    @Override
    double of(double[] coordinates, int axis) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < coordinates.length; i += Axis.COUNT) {
        least = Math.min(least, coordinates[i]);
        most = Math.max(most, coordinates[i]);
      }
      return least / 2 + most / 2;
    }
  };

  /** The centre's coordinate on one axis. */
  abstract double of(double[] coordinates, int axis);

  /**
   * Moves the centre to the origin.
   *
   * @param coordinates (point, axis), at least one point; changed in place
   */
  public void moveToOrigin(double[] coordinates) {
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      double centre = of(coordinates, axis);
      for (int i = axis; i < coordinates.length; i += Axis.COUNT) {
        coordinates[i] -= centre;
      }
    }
  }
}
