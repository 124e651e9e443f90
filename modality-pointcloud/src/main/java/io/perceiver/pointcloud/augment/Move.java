package io.perceiver.pointcloud.augment;

import java.util.random.RandomGenerator;

/** One change of where points are. Coordinates lie around 0, the largest absolute one is 1. */
interface Move {

  /** Moves the points in place. */
  void apply(MovingPoints points, RandomGenerator random);

  /** A number drawn evenly from a range; the range's only number where it has one. */
  static double between(double least, double most, RandomGenerator random) {
    return least + (most - least) * random.nextDouble();
  }
}
