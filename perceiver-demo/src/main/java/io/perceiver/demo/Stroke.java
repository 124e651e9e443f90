package io.perceiver.demo;

import java.util.Random;

/**
 * A short line with round ends, or a dot if both ends are one point; lengths in pixels.
 *
 * @param x one end, from the left
 * @param y one end, from the top
 * @param dx from that end to the other, rightwards
 * @param dy from that end to the other, downwards
 * @param radius half the width
 */
record Stroke(double x, double y, double dx, double dy, double radius) {

  /** A line of 4 to 8 pixels in any direction, starting anywhere. */
  static Stroke line(int side, Random random) {
    double length = 4 + 4 * random.nextDouble();
    double angle = 2 * StrictMath.PI * random.nextDouble();
    return new Stroke(
        side * random.nextDouble(),
        side * random.nextDouble(),
        length * StrictMath.cos(angle),
        length * StrictMath.sin(angle),
        0.5);
  }

  /** A dot of 2 to 3 pixels across, anywhere. */
  static Stroke dot(int side, Random random) {
    double radius = 1 + 0.5 * random.nextDouble();
    return new Stroke(side * random.nextDouble(), side * random.nextDouble(), 0, 0, radius);
  }

  /** Paints every pixel by how far the stroke covers it, judged at the pixel's centre. */
  void drawOn(Canvas canvas, Rgb colour) {
    for (int row = 0; row < canvas.side(); row++) {
      for (int column = 0; column < canvas.side(); column++) {
        double covered = radius + 0.5 - distance(column + 0.5, row + 0.5);
        canvas.blend(row, column, colour, Math.max(0, Math.min(1, covered)));
      }
    }
  }

  private double distance(double px, double py) {
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((px - x) * dx + (py - y) * dy) / square;
    double nearest = Math.max(0, Math.min(1, along));
    double offX = px - x - nearest * dx;
    double offY = py - y - nearest * dy;
    return Math.sqrt(offX * offX + offY * offY); // exact by IEEE 754, unlike Math.hypot
  }
}
