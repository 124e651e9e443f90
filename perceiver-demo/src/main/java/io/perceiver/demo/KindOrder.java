package io.perceiver.demo;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which kind each example is, a pure function of the seed, its split and its index.
 *
 * @param draws where the order is drawn from
 */
record KindOrder(Draws draws) {
  private static final List<Kind> KINDS = List.of(Kind.values());

  /** The kind of one example: every run of 8 examples holds each kind once, shuffled. */
  Kind kind(Split split, int index) {
    Random random = draws.of("kinds", split, index / KINDS.size());
    Kind[] block = KINDS.toArray(new Kind[0]);
    Collections.shuffle(Arrays.asList(block), random);
    return block[index % block.length];
  }
}
