package io.perceiver.demo;

/**
 * An outline of straight edges.
 *
 * @param corners u and v of each corner in turn, the last joined to the first
 */
@SuppressWarnings("ArrayRecordComponent") // private to the package, never compared or changed
record Polygon(double... corners) implements Outline {

  /** Corners at equal angles, the first on top, at the given distances in turn. */
  static Polygon around(int count, double... distances) {
    double[] corners = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count;
      double distance = distances[i % distances.length];
      corners[2 * i] = distance * StrictMath.sin(angle);
      corners[2 * i + 1] = distance * StrictMath.cos(angle);
    }
    return new Polygon(corners);
  }

  /** Counts how many edges lie to the right of the point: an odd number means inside. */
  @Override
  public boolean contains(double u, double v) {
    boolean inside = false;
    for (int i = 0, j = corners.length - 2; i < corners.length; j = i, i += 2) {
      double fromU = corners[j];
      double fromV = corners[j + 1];
      double toU = corners[i];
      double toV = corners[i + 1];
      boolean crosses = (fromV > v) != (toV > v);
      if (crosses && u < fromU + (toU - fromU) * (v - fromV) / (toV - fromV)) {
        inside = !inside;
      }
    }
    return inside;
  }
}
