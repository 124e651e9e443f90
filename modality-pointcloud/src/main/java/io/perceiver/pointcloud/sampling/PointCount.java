package io.perceiver.pointcloud.sampling;

/** How many elements an example has. */
public enum PointCount {
  /** Always the same number; points of smaller clouds are repeated. */
  FIXED,

  /** As many as the cloud has, up to a largest number. */
  VARIABLE
}
