package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.Arrays;

/**
 * A k-d tree over points (Bentley 1975) whose nodes know the largest squared distance from one of
 * their points to the nearest point taken so far. A new point cannot change a node that lies
 * farther from it than that, so most of the tree is never looked at. Used by one thread.
 */
final class PointTree {
  private static final int LEAF_POINTS = 32;

  /** Instead of the distance of a point that was taken; points that coincide with it are at 0. */
  private static final double TAKEN = -1;

  private final int leaves;
  // by place in the tree's order
  private final int[] points;
  private final double[] coordinates;
  private final double[] distances;
  // by node; the root is 1, the children of node n are 2n and 2n + 1
  private final double[] farthest;
  private final double[] lower;
  private final double[] upper;

  /**
   * Creates a tree of which no point is taken.
   *
   * @param cloud (point, axis)
   */
  PointTree(double[] cloud) {
    int size = cloud.length / Axis.COUNT;
    this.leaves = Integer.highestOneBit(Math.max(1, size / LEAF_POINTS));
    this.points = new int[size];
    Arrays.setAll(points, i -> i);
    this.farthest = new double[2 * leaves];
    this.lower = new double[2 * leaves * Axis.COUNT];
    this.upper = new double[2 * leaves * Axis.COUNT];
    this.coordinates = cloud.clone();
    build(1, 0, size, new AxisOrder(coordinates, points));
    this.distances = new double[size];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    Arrays.fill(farthest, Double.POSITIVE_INFINITY);
  }

  private void build(int node, int from, int to, AxisOrder order) {
    int widest = 0;
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      bound(node, from, to, axis);
      widest = width(node, axis) > width(node, widest) ? axis : widest;
    }
    if (node < leaves) {
      int middle = (from + to) >>> 1;
      order.split(from, middle, to, widest);
      build(2 * node, from, middle, order);
      build(2 * node + 1, middle, to, order);
    }
  }

  private void bound(int node, int from, int to, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double coordinate = coordinates[i * Axis.COUNT + axis];
      least = Math.min(least, coordinate);
      most = Math.max(most, coordinate);
    }
    lower[node * Axis.COUNT + axis] = least;
    upper[node * Axis.COUNT + axis] = most;
  }

  private double width(int node, int axis) {
    return upper[node * Axis.COUNT + axis] - lower[node * Axis.COUNT + axis];
  }

  /** Takes the point farthest from all those taken; returns its index in the cloud. */
  int takeFarthest() {
    int node = 1;
    int from = 0;
    int to = points.length;
    while (node < leaves) {
      int middle = (from + to) >>> 1;
      node = 2 * node;
      if (farthest[node] >= farthest[node + 1]) {
        to = middle;
      } else {
        node++;
        from = middle;
      }
    }
    int place = from;
    for (int i = from + 1; i < to; i++) {
      place = distances[i] > distances[place] ? i : place;
    }
    return take(place);
  }

  /** Takes the point at a place in the tree's order; returns its index in the cloud. */
  int take(int place) {
    distances[place] = TAKEN;
    int at = place * Axis.COUNT;
    update(1, 0, points.length, coordinates[at], coordinates[at + 1], coordinates[at + 2]);
    return points[place];
  }

  private void update(int node, int from, int to, double x, double y, double z) {
    double distance = distance(node, x, y, z);
    if (farthest[node] < 0 || (distance > 0 && distance >= farthest[node])) {
      return;
    }
    if (node >= leaves) {
      farthest[node] = updateLeaf(from, to, x, y, z);
    } else {
      int middle = (from + to) >>> 1;
      update(2 * node, from, middle, x, y, z);
      update(2 * node + 1, middle, to, x, y, z);
      farthest[node] = Math.max(farthest[2 * node], farthest[2 * node + 1]);
    }
  }

  private double updateLeaf(int from, int to, double x, double y, double z) {
    double most = TAKEN;
    for (int i = from; i < to; i++) {
      double dx = coordinates[i * Axis.COUNT] - x;
      double dy = coordinates[i * Axis.COUNT + 1] - y;
      double dz = coordinates[i * Axis.COUNT + 2] - z;
      distances[i] = Math.min(distances[i], dx * dx + dy * dy + dz * dz);
      most = Math.max(most, distances[i]);
    }
    return most;
  }

  /** Squared distance from a point to the bounds of a node, never more than to a point in it. */
  private double distance(int node, double x, double y, double z) {
    int at = node * Axis.COUNT;
    double dx = Math.max(0, Math.max(lower[at] - x, x - upper[at]));
    double dy = Math.max(0, Math.max(lower[at + 1] - y, y - upper[at + 1]));
    double dz = Math.max(0, Math.max(lower[at + 2] - z, z - upper[at + 2]));
    return dx * dx + dy * dy + dz * dz;
  }
}
