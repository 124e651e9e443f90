package io.perceiver.pointcloud.read;

/** What happens to points of which a number is not finite. */
public enum InvalidPoints {
  /** They are left out; scanners mark pixels without a return by NaN. */
  DROP,

  /** The example is unreadable. */
  FAIL
}
