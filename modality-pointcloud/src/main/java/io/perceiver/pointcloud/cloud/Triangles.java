package io.perceiver.pointcloud.cloud;

import java.util.Arrays;
import java.util.Objects;

/** Triangles between points, and what follows from where their corners lie. */
public final class Triangles {
  /** Corners of a triangle. */
  public static final int CORNERS = 3;

  private Triangles() {}

  /**
   * The triangles that have an area.
   *
   * @param triangles (triangle, corner)
   * @throws IndexOutOfBoundsException if one names a point that is not there
   */
  static int[] withArea(double[] coordinates, int[] triangles) {
    int[] kept = new int[triangles.length];
    int count = 0;
    double[] normal = new double[Axis.COUNT];
    for (int at = 0; at + CORNERS <= triangles.length; at += CORNERS) {
      for (int corner = 0; corner < CORNERS; corner++) {
        Objects.checkIndex(triangles[at + corner], coordinates.length / Axis.COUNT);
      }
      if (area(coordinates, triangles, at, normal) > 0) {
        System.arraycopy(triangles, at, kept, count, CORNERS);
        count += CORNERS;
      }
    }
    return count == triangles.length ? triangles : Arrays.copyOf(kept, count);
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
