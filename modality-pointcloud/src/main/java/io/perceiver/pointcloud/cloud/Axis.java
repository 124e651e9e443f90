package io.perceiver.pointcloud.cloud;

/** A direction of space. */
public enum Axis {
  /** First coordinate. */
  X(0),

  /** Second coordinate. */
  Y(1),

  /** Third coordinate, upwards in most scans and in ModelNet. */
  Z(2);

  /** Coordinates of a point. */
  public static final int COUNT = 3;

  private final int index;

  Axis(int index) {
    this.index = index;
  }

  /** Index of its coordinate. */
  public int index() {
    return index;
  }
}
