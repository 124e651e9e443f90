package io.perceiver.pointcloud.cloud;

import java.util.Objects;

/** Triangles between points, and what follows from where their corners lie. */
public final class Triangles {
  /** Corners of a triangle. */
  public static final int CORNERS = 3;

  private Triangles() {}

  /**
   * The triangles that have an area: what was given where that is all of them.
   *
   * @param triangles (triangle, corner); only read
   * @throws IndexOutOfBoundsException if one names a point that is not there
   */
  static int[] withArea(double[] coordinates, int[] triangles) {
    for (int corner : triangles) {
      Objects.checkIndex(corner, coordinates.length / Axis.COUNT);
    }
    // counted first, as a second array of full size would be much memory
    double[] normal = new double[Axis.COUNT];
    int count = 0;
    for (int at = 0; at + CORNERS <= triangles.length; at += CORNERS) {
      count += area(coordinates, triangles, at, normal) > 0 ? CORNERS : 0;
    }
    if (count == triangles.length) {
      return triangles;
    }
    int[] kept = new int[count];
    int next = 0;
    for (int at = 0; at + CORNERS <= triangles.length; at += CORNERS) {
      if (area(coordinates, triangles, at, normal) > 0) {
        System.arraycopy(triangles, at, kept, next, CORNERS);
        next += CORNERS;
      }
    }
    return kept;
  }

  /**
   * The area of one triangle.
   *
   * @param at index of its first corner among the corners
   * @param normal receives a vector at right angles to it, twice as long as the area
   */
  public static double area(double[] coordinates, int[] triangles, int at, double[] normal) {
    int a = triangles[at] * Axis.COUNT;
    int b = triangles[at + 1] * Axis.COUNT;
    int c = triangles[at + 2] * Axis.COUNT;
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      int u = (axis + 1) % Axis.COUNT;
      int v = (axis + 2) % Axis.COUNT;
      double abU = coordinates[b + u] - coordinates[a + u];
      double abV = coordinates[b + v] - coordinates[a + v];
      double acU = coordinates[c + u] - coordinates[a + u];
      double acV = coordinates[c + v] - coordinates[a + v];
      normal[axis] = abU * acV - abV * acU;
    }
    return length(normal) / 2;
  }

  /** Length of a vector. */
  public static double length(double[] vector) {
    return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
  }
}
