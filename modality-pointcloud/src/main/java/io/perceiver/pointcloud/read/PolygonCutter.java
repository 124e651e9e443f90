package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;

/**
 * Cuts the polygons of a file into triangles. A polygon is seen along the normal of Newell's
 * method. If its first corner sees all others, as in every convex polygon, the triangles are a fan
 * around that corner; otherwise ears are clipped. Both cover a polygon exactly if its sides do not
 * cross.
 *
 * <p>What is left of a polygon without ears, because its sides cross or its corners are not finite,
 * becomes a fan. Used by one thread.
 */
final class PolygonCutter {
  /** Comparisons of a corner with an ear for all polygons of a file: a few seconds. */
  private static final long MOST_STEPS = 1L << 28;

  /** Corners of the largest concave polygon. */
  private static final int MOST_CORNERS = 1 << 16;

  /** Share of the whole below which a triangle's area is rounding. */
  private static final double FLAT = 1e-12;

  private final FileBytes file;
  private final int[] triangles;
  private final double[] normal = new double[3];
  private final double[] cross = new double[3];
  private int count;
  private long steps;

  /** Creates a cutter with room for this many triangles. */
  PolygonCutter(FileBytes file, int triangles) {
    this.file = file;
    this.triangles = new int[3 * triangles];
  }

  /**
   * Adds the triangles of one polygon.
   *
   * @param axes coordinates by axis, then point
   * @param corners points, of which the polygon's lie from an offset on
   * @throws UnreadableExampleException if the file's concave polygons have too many corners
   */
  void cut(double[][] axes, int[] corners, int from, int length) throws UnreadableExampleException {
    if (length == 3) {
      add(corners[from], corners[from + 1], corners[from + 2]);
      return;
    }
    if (isFan(axes, corners, from, length)) {
      for (int i = 1; i + 1 < length; i++) {
        add(corners[from], corners[from + i], corners[from + i + 1]);
      }
      return;
    }
    if (length > MOST_CORNERS) {
      throw refused(length);
    }
    FlatPolygon polygon = new FlatPolygon(axes, corners, from, length);
    clipEars(polygon, length);
    addFan(polygon);
  }

  /**
   * Whether no triangle around the first corner turns against the polygon. True for polygons
   * without a normal: where all corners lie on a line, or the numbers of one are not finite.
   */
  private boolean isFan(double[][] axes, int[] corners, int from, int length) {
    Arrays.fill(normal, 0);
    for (int i = 1; i + 1 < length; i++) {
      cross(axes, corners[from], corners[from + i], corners[from + i + 1]);
      for (int axis = 0; axis < normal.length; axis++) {
        normal[axis] += cross[axis];
      }
    }
    double against = -FLAT * dot(normal, normal);
    for (int i = 1; i + 1 < length; i++) {
      cross(axes, corners[from], corners[from + i], corners[from + i + 1]);
      if (dot(cross, normal) < against) {
        return false;
      }
    }
    return true;
  }

  private void cross(double[][] axes, int a, int b, int c) {
    for (int axis = 0; axis < cross.length; axis++) {
      double[] u = axes[(axis + 1) % cross.length];
      double[] v = axes[(axis + 2) % cross.length];
      cross[axis] = (u[b] - u[a]) * (v[c] - v[a]) - (u[c] - u[a]) * (v[b] - v[a]);
    }
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** Clips until three corners are left, or there is no ear. */
  private void clipEars(FlatPolygon polygon, int corners) throws UnreadableExampleException {
    int waiting = polygon.size();
    while (polygon.size() > 3 && waiting > 0) {
      if (steps + polygon.comparisons() > MOST_STEPS) {
        throw refused(corners);
      }
      if (polygon.isEar()) {
        add(polygon.before(), polygon.here(), polygon.after());
        polygon.clip();
        waiting = polygon.size();
      } else {
        polygon.step();
        waiting--;
      }
    }
    steps += polygon.comparisons();
  }

  private UnreadableExampleException refused(int corners) {
    return file.refused(
        "its concave faces, one of "
            + corners
            + " corners among them, are too large to be cut into triangles; triangulate the mesh"
            + " first");
  }

  private void addFan(FlatPolygon polygon) {
    int first = polygon.first();
    for (int rest = polygon.size(); rest > 2; rest--) {
      polygon.step();
      add(first, polygon.here(), polygon.after());
    }
  }

  private void add(int a, int b, int c) {
    if (a != b && b != c && c != a) {
      triangles[count] = a;
      triangles[count + 1] = b;
      triangles[count + 2] = c;
      count += 3;
    }
  }

  /** Returns (triangle, corner) of all polygons; each triangle has three different points. */
  int[] triangles() {
    return count == triangles.length ? triangles : Arrays.copyOf(triangles, count);
  }
}
