package io.perceiver.image.webp;

import java.util.Arrays;

/**
 * One component of a frame, with a row above, a column to the left and a few columns to the right
 * that prediction looks at.
 */
final class Plane {
  private static final int ABOVE = 127;
  private static final int LEFT = 129;
  private static final int RIGHT_BORDER = 4;

  final int stride;
  final byte[] samples;

  Plane(int width, int height) {
    stride = width + 1 + RIGHT_BORDER;
    samples = new byte[Math.multiplyExact(stride, height + 1)];
    Arrays.fill(samples, 0, stride, (byte) ABOVE);
    for (int row = 1; row <= height; row++) {
      samples[row * stride] = (byte) LEFT;
    }
  }

  /** Place of a sample. */
  int at(int row, int column) {
    return (row + 1) * stride + column + 1;
  }

  int get(int at) {
    return samples[at] & 0xff;
  }

  void put(int at, int value) {
    samples[at] = (byte) (value < 0 ? 0 : Math.min(value, 255));
  }
}
