package io.perceiver.demo;

import java.util.Random;

/** A square picture in the making, channels from 0 to 1. Used by one thread. */
final class Canvas {
  private final int side;
  private final double[] values; // (row from the top, column, channel)

  /** An even ground. */
  Canvas(int side, Rgb ground) {
    this.side = side;
    this.values = new double[side * side * 3];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        blend(row, column, ground, 1);
      }
    }
  }

  /** Width and height, pixels. */
  int side() {
    return side;
  }

  /** Paints a share of a pixel, 0 for nothing to 1 for all of it. */
  void blend(int row, int column, Rgb colour, double share) {
    int at = (row * side + column) * 3;
    values[at] += share * (colour.red() - values[at]);
    values[at + 1] += share * (colour.green() - values[at + 1]);
    values[at + 2] += share * (colour.blue() - values[at + 2]);
  }

  /**
   * Lights the picture from a side: adds to each channel an own slope, drawn up to a limit.
   *
   * @param limit most that a channel may change over the picture's width, and over its height
   */
  void addLight(double limit, Random random) {
    for (int channel = 0; channel < 3; channel++) {
      double across = limit * (2 * random.nextDouble() - 1) / side;
      double down = limit * (2 * random.nextDouble() - 1) / side;
      for (int row = 0; row < side; row++) {
        for (int column = 0; column < side; column++) {
          double light = across * (column + 0.5 - side / 2.0) + down * (row + 0.5 - side / 2.0);
          values[(row * side + column) * 3 + channel] += light;
        }
      }
    }
  }

  /** Adds Gaussian noise to every channel; values may leave 0 to 1 until they become bytes. */
  void addNoise(double standardDeviation, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] += standardDeviation * random.nextGaussian();
    }
  }

  /** The picture as unsigned bytes, (row, column, channel). */
  byte[] bytes() {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (int) (Math.max(0, Math.min(1, values[i])) * 255 + 0.5);
    }
    return bytes;
  }
}
