package io.perceiver.pointcloud.cloud;

/** A direction of space; its ordinal is the index of the coordinate. */
public enum Axis {
  /** First coordinate. */
  X,

  /** Second coordinate. */
  Y,

  /** Third coordinate, upwards in most scans and in ModelNet. */
  Z;

  /** Coordinates of a point. */
  public static final int COUNT = 3;
}
