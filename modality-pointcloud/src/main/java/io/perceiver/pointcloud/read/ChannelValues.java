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

  /** The values of a channel, (point, value), of so many points. */
  float[] of(Channel channel, int points) {
    float[] result = new float[points * channel.width()];
    for (int point = 0; point < numbers.length; point++) {
      if (numbers[point] >= 0) {
        write(channel, point, result, numbers[point] * channel.width());
      }
    }
    if (channel == Channel.COLOUR) {
      scale(result);
    }
    return result;
  }

  private void write(Channel channel, int point, float[] result, int at) {
    switch (channel) {
      case NORMALS -> writeNormal(point, result, at);
      case COLOUR -> writeColour(point, result, at);
      case INTENSITY ->
          result[at] = (float) (value(Column.INTENSITY, point) / columns.largestIntensity());
    }
  }

  private double value(Column meaning, int point) {
    return values[columns.index(meaning)][point];
  }

  /** Of length 1, as some files hold others; 0 where it is unknown. */
  private void writeNormal(int point, float[] result, int at) {
    double[] normal = new double[Axis.COUNT];
    for (int axis = 0; axis < Axis.COUNT; axis++) {
      normal[axis] = value(Column.NORMAL.get(axis), point);
    }
    double length = Triangles.length(normal);
    for (int axis = 0; length > 0 && axis < Axis.COUNT; axis++) {
      result[at + axis] = (float) (normal[axis] / length);
    }
  }

  private void writeColour(int point, float[] result, int at) {
    for (int i = 0; i < Column.COLOUR.size(); i++) {
      result[at + i] =
          isPacked() ? packed(point, 2 - i) : (float) value(Column.COLOUR.get(i), point);
    }
  }

  /** A byte of a packed colour, 0 being the lowest. */
  private long packed(int point, int index) {
    return (long) value(Column.PACKED_COLOUR, point) >> (Byte.SIZE * index) & 0xff;
  }

  private boolean isPacked() {
    return columns.index(Column.RED) < 0;
  }

  /** From 0 to the largest, to -1 to 1. */
  private void scale(float[] colours) {
    double largest = isPacked() ? BYTE : columns.largestColour();
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
