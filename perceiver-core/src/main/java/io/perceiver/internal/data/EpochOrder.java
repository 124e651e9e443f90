package io.perceiver.internal.data;

import java.util.random.RandomGenerator;

/** The order of an epoch: a function of seed and epoch alone. */
final class EpochOrder {
  private EpochOrder() {}

  /** The numbers below {@code count}, each once; every order is equally likely. */
  static int[] of(int count, BatchOptions options) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    if (options.shuffle()) {
      RandomGenerator random = Seeds.generator(options.seed(), "order", options.epoch());
      for (int i = count - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    return order;
  }
}
