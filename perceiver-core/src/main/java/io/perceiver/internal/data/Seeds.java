package io.perceiver.internal.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where every random draw of a run begins: a seed is a function of the run's seed, what it is for
 * and numbers such as epoch or step, never of what was drawn before. The same on every machine.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * A well mixed seed; any change of any argument changes about half of its bits.
   *
   * @param seed the run's seed
   * @param purpose what is drawn, such as {@code "order"}, so that no two uses share a sequence
   * @param parts epoch, step, example: whatever the draw depends on
   */
  public static long mix(long seed, String purpose, long... parts) {
    long mixed = absorb(absorb(parts.length, seed), hash(purpose));
    for (long part : parts) {
      mixed = absorb(mixed, part);
    }
    return mixed;
  }

  /** A new generator that starts at {@link #mix}; to be used by one thread. */
  public static RandomGenerator generator(long seed, String purpose, long... parts) {
    return new SplittableRandom(mix(seed, purpose, parts));
  }

  /** A well mixed 64-bit hash of a text, such as an example's id. */
  public static long hash(String text) {
    long mixed = text.length();
    for (int i = 0; i < text.length(); i++) {
      mixed = absorb(mixed, text.charAt(i));
    }
    return mixed;
  }

  private static long absorb(long state, long value) {
    return finish(state * 0x9E3779B97F4A7C15L + finish(value + 0x9E3779B97F4A7C15L));
  }

  /**
   * A bijection in which every input bit touches every output bit: Stafford's mix 13, as in
   * SplitMix64.
   */
  private static long finish(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
