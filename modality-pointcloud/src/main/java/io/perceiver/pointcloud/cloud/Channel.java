package io.perceiver.pointcloud.cloud;

import java.util.Locale;

/** What a point can carry beside its coordinates. */
public enum Channel {
  /** Direction of the surface: three numbers, of length 1, or 0 where it is unknown. */
  NORMALS(3),

  /** Red, green and blue, each in [-1, 1]. */
  COLOUR(3),

  /** Strength of a scanner's return: one number, in [0, 1] where the file holds integers. */
  INTENSITY(1);

  private final int width;

  Channel(int width) {
    this.width = width;
  }

  /** Numbers for each point. */
  public int width() {
    return width;
  }

  /** The name a configuration uses. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
