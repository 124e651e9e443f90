package io.perceiver.demo;

import java.util.Arrays;
import java.util.List;

/**
 * What a hand without any learning makes of some points: how far out they lie, at each of four
 * heights.
 */
final class ShapeProfile {
  private static final int BANDS = 4;

  private ShapeProfile() {}

  /** Mean distance from the upright axis in each band of height, then its standard deviation. */
  static float[] of(List<Point> points) {
    Point centre = centre(points);
    double size = 0;
    for (Point point : points) {
      size = Math.max(size, Math.max(out(point, centre), Math.abs(point.z() - centre.z())));
    }
    double[] counts = new double[BANDS];
    double[] sums = new double[BANDS];
    double[] squares = new double[BANDS];
    for (Point point : points) {
      double height = (point.z() - centre.z()) / size; // -1 to 1
      int band = Math.min(BANDS - 1, (int) ((height + 1) / 2 * BANDS));
      double distance = out(point, centre) / size;
      counts[band]++;
      sums[band] += distance;
      squares[band] += distance * distance;
    }
    float[] profile = new float[2 * BANDS];
    for (int band = 0; band < BANDS; band++) {
      double mean = sums[band] / Math.max(1, counts[band]);
      double variance = squares[band] / Math.max(1, counts[band]) - mean * mean;
      profile[band] = (float) mean;
      profile[BANDS + band] = (float) Math.sqrt(Math.max(0, variance));
    }
    return profile;
  }

  /** The middle of the box around them. */
  private static Point centre(List<Point> points) {
    return new Point(
        middle(points.stream().mapToDouble(Point::x).toArray()),
        middle(points.stream().mapToDouble(Point::y).toArray()),
        middle(points.stream().mapToDouble(Point::z).toArray()));
  }

  private static double middle(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    return (least + Arrays.stream(values).max().orElseThrow()) / 2;
  }

  private static double out(Point point, Point centre) {
    return Math.hypot(point.x() - centre.x(), point.y() - centre.y());
  }
}
