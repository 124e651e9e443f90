package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Axis;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** A shift of normalised positions, along each axis as far as the cloud stays within [-1, 1]. */
final class Translation {
  private Translation() {}

  /** Draws a shift along every axis, each up to the largest to either side. */
  static List<Double> draw(double most, RandomGenerator random) {
    return DoubleStream.generate(() -> Move.between(-most, most, random))
        .limit(Axis.COUNT)
        .boxed()
        .toList();
  }

  /**
   * Shifts in place.
   *
   * @param positions (point, axis)
   * @param shifts of every axis
   */
  static void apply(FloatBuffer positions, int points, List<Double> shifts) {
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      float shift = shifts.get(axis).floatValue();
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
