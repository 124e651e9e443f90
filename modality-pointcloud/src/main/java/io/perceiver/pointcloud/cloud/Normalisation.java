package io.perceiver.pointcloud.cloud;

/** How clouds of any size and place become positions in [-1, 1]. */
public enum Normalisation {
  /** Centred; the largest absolute coordinate becomes 1 (Perceiver §4.3: "unit cube"). */
  CUBE,

  /** Centred; the largest distance from the centre becomes 1. */
  SPHERE,

  /** As they are: coordinates must lie in [-1, 1] already. */
  NONE;

  /**
   * Normalises in place; a cloud whose points are all equal comes to lie at 0.
   *
   * @param coordinates (point, axis), at least one point, each finite as a float
   */
  public void apply(double[] coordinates, Centre centre) {
    if (this == NONE) {
      return;
    }
    centre.moveToOrigin(coordinates);
    divide(coordinates, largest(coordinates));
    if (this == SPHERE) {
      divide(coordinates, radius(coordinates));
    }
  }

  /** The largest absolute coordinate. */
  public static double largest(double[] coordinates) {
    double largest = 0;
    for (double coordinate : coordinates) {
      largest = Math.max(largest, Math.abs(coordinate));
    }
    return largest;
  }

  private static double radius(double[] coordinates) {
    double largest = 0;
    for (int i = 0; i < coordinates.length; i += Axis.COUNT) {
      double x = coordinates[i];
      double y = coordinates[i + 1];
      double z = coordinates[i + 2];
      largest = Math.max(largest, x * x + y * y + z * z);
    }
    return Math.sqrt(largest);
  }

  private static void divide(double[] coordinates, double divisor) {
    if (divisor > 0) {
      for (int i = 0; i < coordinates.length; i++) {
        coordinates[i] /= divisor;
      }
    }
  }
}
