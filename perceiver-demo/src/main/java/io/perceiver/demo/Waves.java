package io.perceiver.demo;

/** Waves, the same to the last bit on every machine. */
final class Waves {
  private Waves() {}

  /**
   * A sine.
   *
   * @param turns 1 for a whole one
   */
  static double sine(double turns) {
    return StrictMath.sin(2 * StrictMath.PI * turns);
  }
}
