package io.perceiver.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Touches a toy in {@value #POINTS} places, drawn evenly by area from its surface, as a PLY of
 * points. The toy stands upright, z up, turned by any angle, and leans a little. Thread-safe.
 */
final class ShapeRenderer implements SenseRenderer {
  /** Points of each file. */
  static final int POINTS = 128;

  private final ShapeDifficulty difficulty;

  /** Touches with this much variety and noise. */
  ShapeRenderer(ShapeDifficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public byte[] render(Kind kind, Random random) {
    return PlainPly.encode(points(kind.surface(), random));
  }

  /** The points themselves, in no order. */
  List<Point> points(Surface surface, Random random) {
    Stance stance = Stance.draw(difficulty, random);
    List<Point> points = new ArrayList<>(POINTS);
    for (int i = 0; i < POINTS; i++) {
      points.add(stance.of(shaken(surface.sample(random), random)));
    }
    return points;
  }

  private Point shaken(Point point, Random random) {
    return new Point(
        point.x() + difficulty.noise() * random.nextGaussian(),
        point.y() + difficulty.noise() * random.nextGaussian(),
        point.z() + difficulty.noise() * random.nextGaussian());
  }
}
