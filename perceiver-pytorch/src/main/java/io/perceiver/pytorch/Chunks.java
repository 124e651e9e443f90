package io.perceiver.pytorch;

import java.util.Map;

/**
 * How an example's keys are worked through: so many products of so many keys side by side at a
 * time. Not a matter of the number of threads, on which results must not depend; they depend in
 * their last digits on how many examples share a batch.
 *
 * @param groups products side by side, of each example
 * @param size keys of one product
 */
record Chunks(long groups, long size) {
  /** None: all keys at once. */
  static final Chunks NONE = new Chunks(1, 1);

  /** Products side by side, of all examples: the machine's cores share them. */
  private static final long PRODUCTS = 4;

  /** Keys of one product: fewer make products too small, more win nothing. */
  private static final long SMALLEST = 32;

  private static final long LARGEST = 1024;

  /**
   * For a batch. Sizes are powers of two, as every size is a script.
   *
   * @param batch examples
   * @param queries of one example, those of all heads
   * @param weights floats there may be at a time, as caches hold them
   */
  static Chunks of(long batch, long queries, long weights) {
    long groups = Math.max(1, PRODUCTS / Math.max(1, batch));
    long fitting = Long.highestOneBit(weights / Math.max(1, batch * groups * queries));
    return new Chunks(groups, Math.min(LARGEST, Math.max(SMALLEST, fitting)));
  }

  /** Keys of an example at a time. */
  long step() {
    return groups * size;
  }

  Map<String, String> words() {
    return Map.of(
        "GROUPS", Long.toString(groups),
        "CHUNK", Long.toString(size),
        "STEP", Long.toString(step()));
  }
}
