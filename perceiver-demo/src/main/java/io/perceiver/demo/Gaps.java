package io.perceiver.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Which senses an example lacks, whatever its kind.
 *
 * @param draws where this is drawn from
 */
record Gaps(Draws draws) {
  /** How often a sense is missing from an example to learn from. */
  static final double IN_TRAINING = 0.1;

  /** How often a sense is missing from an example of the list with gaps. */
  static final double IN_LIST = 1.0 / 3;

  private static final List<Sense> ALL = List.of(Sense.values());

  /** The senses that the manifest has of an example: all but for some to learn from. */
  List<Sense> inManifest(Split split, int index) {
    return split == Split.TRAIN ? some(IN_TRAINING, draws.of("gaps", split, index)) : ALL;
  }

  /** The senses that the list with gaps has of a test example. */
  List<Sense> inList(int index) {
    return some(IN_LIST, draws.of("missing", Split.TEST, index));
  }

  /** Leaves out each sense with the same chance, all over again if none would be left. */
  private static List<Sense> some(double missing, Random random) {
    List<Sense> left = new ArrayList<>();
    while (left.isEmpty()) {
      for (Sense sense : ALL) {
        if (random.nextDouble() >= missing) {
          left.add(sense);
        }
      }
    }
    return left;
  }
}
