package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * A shift of normalised positions, along each axis as far as the cloud stays within [-1, 1].
 *
 * @param most largest shift
 */
record Translation(double most) {

  /**
   * Shifts in place.
   *
   * @param positions (point, axis)
   */
  void apply(FloatBuffer positions, int points, RandomGenerator random) {
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      float shift = (float) Move.between(-most, most, random);
      float least = 1;
      float largest = -1;
      for (int point = 0; point < points; point++) {
        float position = positions.get(point * Axis.COUNT + axis);
        least = Math.min(least, position);
        largest = Math.max(largest, position);
      }
      shift = Math.max(-1 - least, Math.min(1 - largest, shift));
      for (int at = axis; at < points * Axis.COUNT; at += Axis.COUNT) {
        // the sum may be rounded to a little more than 1
        positions.put(at, Math.max(-1, Math.min(1, positions.get(at) + shift)));
      }
    }
  }
}
