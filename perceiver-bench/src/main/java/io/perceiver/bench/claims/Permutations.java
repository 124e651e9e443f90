package io.perceiver.bench.claims;

import java.util.Random;
import java.util.stream.IntStream;

/** Orders drawn at random. */
final class Permutations {

  private Permutations() {}

  /** The numbers below a count in an order that follows from the seed (Fisher and Yates). */
  static int[] drawn(int count, long seed) {
    int[] order = IntStream.range(0, count).toArray();
    Random random = new Random(seed);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
