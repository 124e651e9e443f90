package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.Axis;
import java.util.SplittableRandom;

/**
 * Puts points in order along one axis, as far as splitting them in two needs.
 *
 * @param coordinates (place, axis); put in order
 * @param points index of the point at each place; moved with its coordinates
 * @param pivots makes no order of points a bad one
 */
record AxisOrder(double[] coordinates, int[] points, SplittableRandom pivots) {

  /** Creates one for these arrays. */
  AxisOrder(double[] coordinates, int[] points) {
    this(coordinates, points, new SplittableRandom(0));
  }

  /** Moves the smaller coordinates before the middle, by Hoare's quickselect. */
  void split(int from, int middle, int to, int axis) {
    int low = from;
    int high = to - 1;
    while (low < high) {
      double pivot = key(low + pivots.nextInt(high - low + 1), axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (key(i, axis) < pivot) {
          i++;
        }
        while (key(j, axis) > pivot) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (middle > j && middle < i) {
        return;
      }
      low = middle >= i ? i : low;
      high = middle <= j ? j : high;
    }
  }

  private double key(int place, int axis) {
    return coordinates[place * Axis.COUNT + axis];
  }

  private void swap(int i, int j) {
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      double coordinate = coordinates[i * Axis.COUNT + axis];
      coordinates[i * Axis.COUNT + axis] = coordinates[j * Axis.COUNT + axis];
      coordinates[j * Axis.COUNT + axis] = coordinate;
    }
    int point = points[i];
    points[i] = points[j];
    points[j] = point;
  }
}
