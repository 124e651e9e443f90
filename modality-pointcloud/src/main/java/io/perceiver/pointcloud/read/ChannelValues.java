package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Triangles;

/**
 * Turns columns as files hold them into channels as clouds have them.
 *
 * @param file for messages
 * @param values by column, then point
 * @param columns what they mean
 * @param numbers new index of each point, negative for those left out
 */
record ChannelValues(FileBytes file, double[][] values, Columns columns, int[] numbers) {
  private static final double BYTE = 255;
  private static final double SHORT = 65535;

  // colours in 0 to 1 that were computed may lie outside by a little, those in 0 to 255 lie far off
  private static final float ROUNDING = 1e-3f;
  private static final float LARGEST_ROUNDED = 2;
  private static final int LEVELS = 3;

  /**
   * The values of a channel, (point, value), of so many points.
   *
   * @throws UnreadableExampleException if colours lie in no range that colours have
   */
  float[] of(Channel channel, int points) throws UnreadableExampleException {
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
  private void scale(float[] colours) throws UnreadableExampleException {
    double largest = columns.isPacked() ? BYTE : columns.largestColour();
    if (largest == Columns.UNKNOWN) {
      largest = largest(colours);
    }
    for (int i = 0; i < colours.length; i++) {
      colours[i] = (float) Math.max(-1, Math.min(1, colours[i] / largest * 2 - 1));
    }
  }

  /** The number that is full red, green or blue, by the numbers there are. */
  private double largest(float[] colours) throws UnreadableExampleException {
    float least = 0;
    float most = 0;
    boolean whole = true;
    for (float colour : colours) {
      least = Math.min(least, colour);
      most = Math.max(most, colour);
      whole &= colour == Math.rint(colour);
    }
    if (least >= -ROUNDING && most <= 1 + ROUNDING) {
      return 1;
    }
    if (least >= 0 && most <= BYTE && (whole || most > LARGEST_ROUNDED)) {
      return BYTE;
    }
    if (least >= 0 && most <= SHORT && whole) {
      return SHORT;
    }
    throw file.refused(
        "has colours from "
            + TextScanner.plain(least)
            + " to "
            + TextScanner.plain(most)
            + "; allowed: 0 to 1, 0 to 255, or whole numbers up to 65535");
  }
}
