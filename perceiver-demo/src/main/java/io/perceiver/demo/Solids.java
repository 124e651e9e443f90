package io.perceiver.demo;

import java.util.Random;

/** Points drawn evenly, by area, from the surfaces of solids around the origin, z pointing up. */
final class Solids {
  private static final double CONE_RADIUS = 0.9; // from z = -1 to the tip at 1
  private static final double CAN_RADIUS = 0.6; // from z = -1 to 1
  private static final double RING_RADIUS = 0.8; // of the circle in the middle of the tube
  private static final double TUBE_RADIUS = 0.3;
  private static final double CUBE_HALF = 0.7; // half a side

  private Solids() {}

  static Point cone(Random random) {
    double slant = Math.sqrt(CONE_RADIUS * CONE_RADIUS + 4); // base to tip
    boolean onBase = random.nextDouble() * (CONE_RADIUS + slant) < CONE_RADIUS;
    double share = Math.sqrt(random.nextDouble()); // of the base's radius, even by area
    return around(random, share * CONE_RADIUS, onBase ? -1 : 1 - 2 * share);
  }

  static Point can(Random random) {
    double part = random.nextDouble() * (2 + CAN_RADIUS); // the side's area to the lids': 2 to r
    if (part < 2) {
      return around(random, CAN_RADIUS, part - 1);
    }
    double radius = CAN_RADIUS * Math.sqrt(random.nextDouble());
    return around(random, radius, random.nextBoolean() ? 1 : -1);
  }

  /** Rejection, since the outside of the tube has more area than the inside. */
  static Point ring(Random random) {
    double radius;
    double height;
    do {
      double angle = random.nextDouble();
      radius = RING_RADIUS + TUBE_RADIUS * Waves.sine(angle);
      height = TUBE_RADIUS * Waves.sine(angle + 0.25);
    } while (random.nextDouble() * (RING_RADIUS + TUBE_RADIUS) > radius);
    return around(random, radius, height);
  }

  /** By Archimedes, heights on a sphere are even. */
  static Point ball(Random random) {
    double height = 2 * random.nextDouble() - 1;
    return around(random, Math.sqrt(1 - height * height), height);
  }

  static Point cube(Random random) {
    double side = random.nextBoolean() ? CUBE_HALF : -CUBE_HALF;
    double a = CUBE_HALF * (2 * random.nextDouble() - 1);
    double b = CUBE_HALF * (2 * random.nextDouble() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Point(side, a, b);
      case 1 -> new Point(a, side, b);
      default -> new Point(a, b, side);
    };
  }

  /** A point at any angle around the upright axis. */
  private static Point around(Random random, double radius, double height) {
    double turns = random.nextDouble();
    return new Point(radius * Waves.sine(turns + 0.25), radius * Waves.sine(turns), height);
  }
}
