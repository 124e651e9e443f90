package io.perceiver.pointcloud.read;

import java.util.Arrays;

/**
 * A polygon as seen along its normal, the axis nearest to which is left out, counter-clockwise; a
 * ring of corners of which some may be clipped, with one that is looked at. Used by one thread.
 */
final class FlatPolygon {
  /** Twice the area, as a share of the squared extent, below which three corners lie on a line. */
  private static final double FLAT = 1e-12;

  private static final int CLIPPED = -1;

  private final int[] points;
  private final double[] u;
  private final double[] v;
  private final int[] next;
  private final int[] previous;
  // corners that do not stick out; only they can lie in an ear
  private final int[] dents;
  private int dentCount;
  private long comparisons;
  private final double flat;
  private int size;
  private int here;

  FlatPolygon(double[][] axes, int[] corners, int from, int length) {
    this.points = Arrays.copyOfRange(corners, from, from + length);
    this.size = length;
    this.u = new double[length];
    this.v = new double[length];
    this.next = new int[length];
    this.previous = new int[length];
    for (int i = 0; i < length; i++) {
      next[i] = i + 1 < length ? i + 1 : 0;
      previous[i] = i > 0 ? i - 1 : length - 1;
    }
    project(axes);
    this.flat = FLAT * squaredExtent();
    this.dents = new int[length];
    findDents();
  }

  private void project(double[][] axes) {
    double[] normal = normal(axes);
    int drop = 0;
    for (int axis = 1; axis < normal.length; axis++) {
      drop = Math.abs(normal[axis]) > Math.abs(normal[drop]) ? axis : drop;
    }
    double[] first = axes[(drop + 1) % normal.length];
    double[] second = axes[(drop + 2) % normal.length];
    // seen from behind the order of corners would be clockwise
    double sign = normal[drop] < 0 ? -1 : 1;
    for (int i = 0; i < points.length; i++) {
      u[i] = first[points[i]] - first[points[0]];
      v[i] = sign * (second[points[i]] - second[points[0]]);
    }
  }

  /** Newell's normal: its length is twice the area of a flat polygon. */
  private double[] normal(double[][] axes) {
    double[] normal = new double[axes.length];
    for (int axis = 0; axis < axes.length; axis++) {
      double[] first = axes[(axis + 1) % axes.length];
      double[] second = axes[(axis + 2) % axes.length];
      for (int i = 0; i < points.length; i++) {
        int a = points[i];
        int b = points[next[i]];
        int origin = points[0];
        normal[axis] +=
            (first[a] - first[origin]) * (second[b] - second[origin])
                - (first[b] - first[origin]) * (second[a] - second[origin]);
      }
    }
    return normal;
  }

  private double squaredExtent() {
    double largest = 0;
    for (int i = 0; i < points.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(u[i]), Math.abs(v[i])));
    }
    return largest * largest;
  }

  private void findDents() {
    for (int i = 0; i < points.length; i++) {
      if (!(cross(previous[i], i, next[i]) > flat)) {
        dents[dentCount++] = i;
      }
    }
  }

  /** Twice the area of three corners; negative if they are in clockwise order. */
  private double cross(int a, int b, int c) {
    return (u[b] - u[a]) * (v[c] - v[a]) - (u[c] - u[a]) * (v[b] - v[a]);
  }

  /**
   * Whether the corner looked at can be clipped: it sticks out and no other corner lies in its
   * triangle, or it lies on a line with its neighbours.
   */
  boolean isEar() {
    int a = previous[here];
    int c = next[here];
    comparisons++;
    double area = cross(a, here, c);
    if (Math.abs(area) <= flat) {
      return true;
    }
    if (!(area > 0)) {
      return false;
    }
    return !holdsDent(a, c);
  }

  private boolean holdsDent(int a, int c) {
    int i = 0;
    while (i < dentCount) {
      comparisons++;
      int dent = dents[i];
      // clipping the neighbours can make a dent stick out
      if (next[dent] == CLIPPED || cross(previous[dent], dent, next[dent]) > flat) {
        dents[i] = dents[--dentCount];
      } else if (isWithin(dent, a, here, c)) {
        // what lies in one ear often lies in the next
        dents[i] = dents[0];
        dents[0] = dent;
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  private boolean isWithin(int corner, int a, int b, int c) {
    return !isSamePlace(corner, a)
        && !isSamePlace(corner, b)
        && !isSamePlace(corner, c)
        && cross(a, b, corner) >= -flat
        && cross(b, c, corner) >= -flat
        && cross(c, a, corner) >= -flat;
  }

  private boolean isSamePlace(int a, int b) {
    return u[a] == u[b] && v[a] == v[b];
  }

  /**
   * Takes the corner looked at out of the ring, and goes on beyond the next, for even triangles.
   */
  void clip() {
    int a = previous[here];
    int c = next[here];
    next[a] = c;
    previous[c] = a;
    next[here] = CLIPPED;
    size--;
    here = next[c];
  }

  /** Goes to the next corner. */
  void step() {
    here = next[here];
  }

  /** Returns how often a corner was compared with an ear. */
  long comparisons() {
    return comparisons;
  }

  /** Returns how many corners are not clipped. */
  int size() {
    return size;
  }

  /** Goes to the first corner that is left and returns its point. */
  int first() {
    here = 0;
    while (next[here] == CLIPPED) {
      here++;
    }
    return points[here];
  }

  /** Returns the point of the corner looked at. */
  int here() {
    return points[here];
  }

  /** Returns the point before it. */
  int before() {
    return points[previous[here]];
  }

  /** Returns the point after it. */
  int after() {
    return points[next[here]];
  }
}
