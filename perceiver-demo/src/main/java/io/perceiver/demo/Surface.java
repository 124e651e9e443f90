package io.perceiver.demo;

import java.util.Random;

/**
 * What a toy feels like: all that its points tell of its kind.
 *
 * <p>Every surface stands upright around the origin, no part more than 1.4 away from it.
 */
public enum Surface {
  /** A cone on its base. */
  CONE(Solids::cone),
  /** A closed cylinder, taller than wide, standing. */
  CAN(Solids::can),
  /** A torus, lying flat. */
  RING(Solids::ring),
  /** A sphere. */
  BALL(Solids::ball),
  /** A box of equal sides. */
  CUBE(Solids::cube);

  /** Where points of a surface come from. */
  @FunctionalInterface
  private interface Sampler {
    Point sample(Random random);
  }

  @SuppressWarnings("ImmutableEnumChecker") // every sampler is a constant without state
  private final Sampler sampler;

  Surface(Sampler sampler) {
    this.sampler = sampler;
  }

  /** A point drawn evenly by area. */
  Point sample(Random random) {
    return sampler.sample(random);
  }
}
