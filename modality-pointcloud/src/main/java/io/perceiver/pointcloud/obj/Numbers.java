package io.perceiver.pointcloud.obj;

import java.util.Arrays;

/** A list of numbers that grows. Used by one thread. */
final class Numbers {
  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8, 2L * size));
    }
    values[size++] = value;
  }

  double get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }
}
