package io.perceiver.demo;

import java.util.Random;

/**
 * A generator for each purpose and example, so that no draw depends on the order or the thread in
 * which examples are made.
 *
 * <p>{@link Random} is used because its algorithm, nextGaussian included, is fixed by its
 * specification.
 *
 * @param seed of the whole data set
 */
record Draws(long seed) {

  /** The generator of one purpose for one example (or one block of them) of a split. */
  @SuppressWarnings("EnumOrdinal") // the order of the splits is part of the data set
  Random of(String purpose, Split split, int index) {
    long mixed = mix(seed);
    mixed = mix(mixed ^ purpose.hashCode());
    mixed = mix(mixed ^ split.label().hashCode());
    return new Random(mix(mixed ^ index));
  }

  /**
   * The finisher of SplitMix64 (Steele, Lea and Flood 2014): every bit in changes every bit out.
   */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
