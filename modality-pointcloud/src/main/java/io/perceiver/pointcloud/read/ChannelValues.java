package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Triangles;

/**
 * Turns columns as files hold them into channels as clouds have them.
 *
 * @param values by column, then point
 * @param columns what they mean
 * @param numbers new index of each point, negative for those left out
 */
record ChannelValues(double[][] values, Columns columns, int[] numbers) {
  private static final double BYTE = 255;
  private static final int LEVELS = 3;

  /** The values of a channel, (point, value), of so many points. */
  float[] of(Channel channel, int points) {
    float[] result = new float[points * channel.width()];
    switch (channel) {
      case NORMALS -> {
        copy(channel, result);
        shorten(result);
      }
      case COLOUR -> {
        if (columns.isPacked()) {
          unpack(result);
        } else {
          copy(channel, result);
        }
        scale(result);
      }
      case INTENSITY -> {
        copy(channel, result);
        for (int i = 0; i < result.length; i++) {
          result[i] = (float) (result[i] / columns.largestIntensity());
        }
      }
    }
    return result;
  }

  private void copy(Channel channel, float[] result) {
    for (int i = 0; i < channel.width(); i++) {
      double[] column = values[columns.index(Column.of(channel).get(i))];
      for (int point = 0; point < numbers.length; point++) {
        if (numbers[point] >= 0) {
          result[numbers[point] * channel.width() + i] = (float) column[point];
        }
      }
    }
  }

  /** To length 1, as some files hold others; 0 stays where it is unknown. */
  private static void shorten(float[] normals) {
    double[] normal = new double[Axis.COUNT];
    for (int at = 0; at < normals.length; at += Axis.COUNT) {
      for (int axis = 0; axis < Axis.COUNT; axis++) {
        normal[axis] = normals[at + axis];
      }
      double length = Triangles.length(normal);
      for (int axis = 0; length > 0 && axis < Axis.COUNT; axis++) {
        normals[at + axis] = (float) (normal[axis] / length);
      }
    }
  }

  private void unpack(float[] colours) {
    double[] packed = values[columns.index(Column.PACKED_COLOUR)];
    for (int point = 0; point < numbers.length; point++) {
      for (int i = 0; numbers[point] >= 0 && i < LEVELS; i++) {
        int shift = Byte.SIZE * (LEVELS - 1 - i);
        colours[numbers[point] * LEVELS + i] = ((long) packed[point] >> shift) & 0xff;
      }
    }
  }

  /** From 0 to the largest, to -1 to 1. */
  private void scale(float[] colours) {
    double largest = columns.isPacked() ? BYTE : columns.largestColour();
    if (largest == Columns.UNKNOWN) {
      largest = 1;
      for (float colour : colours) {
        largest = colour > 1 ? BYTE : largest;
      }
    }
    for (int i = 0; i < colours.length; i++) {
      colours[i] = (float) Math.max(-1, Math.min(1, colours[i] / largest * 2 - 1));
    }
  }
}
