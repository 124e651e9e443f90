package io.perceiver.demo;

import java.util.Random;

/**
 * How a toy stands: drawn from one distribution for all surfaces.
 *
 * @param stretch of each of the toy's own axes, before it is turned
 * @param turns around the upright axis, 1 for a whole one
 * @param towards the direction in which it leans, turns around the upright axis
 * @param tilt how far it leans, turns
 * @param scale of the whole
 * @param place of its centre
 */
record Stance(Point stretch, double turns, double towards, double tilt, double scale, Point place) {

  /** Draws one; the number of draws is fixed. */
  static Stance draw(ShapeDifficulty difficulty, Random random) {
    double least = 1 - difficulty.maxStretch();
    double most = 1 + difficulty.maxStretch();
    return new Stance(
        cube(least, most, random),
        random.nextDouble(),
        random.nextDouble(),
        between(0, difficulty.maxTiltDegrees() / 360, random),
        between(0.7, 1.4, random),
        cube(-0.5, 0.5, random));
  }

  /** Where a point of the upright toy comes to lie. */
  Point of(Point point) {
    Point stretched =
        new Point(point.x() * stretch.x(), point.y() * stretch.y(), point.z() * stretch.z());
    Point leaning = aroundZ(aroundY(aroundZ(stretched, turns - towards), tilt), towards);
    return new Point(
        place.x() + scale * leaning.x(),
        place.y() + scale * leaning.y(),
        place.z() + scale * leaning.z());
  }

  private static Point aroundZ(Point point, double turns) {
    double sine = Waves.sine(turns);
    double cosine = Waves.sine(turns + 0.25);
    return new Point(
        cosine * point.x() - sine * point.y(), sine * point.x() + cosine * point.y(), point.z());
  }

  private static Point aroundY(Point point, double turns) {
    double sine = Waves.sine(turns);
    double cosine = Waves.sine(turns + 0.25);
    return new Point(
        cosine * point.x() + sine * point.z(), point.y(), cosine * point.z() - sine * point.x());
  }

  private static Point cube(double least, double most, Random random) {
    return new Point(
        between(least, most, random), between(least, most, random), between(least, most, random));
  }

  private static double between(double least, double most, Random random) {
    return least + (most - least) * random.nextDouble();
  }
}
