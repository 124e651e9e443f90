package io.perceiver.demo;

import io.perceiver.api.Problems;

/**
 * How many examples each split has.
 *
 * @param train examples to learn from, at least 1
 * @param validation examples to choose a model by, 0 or more
 * @param test examples to report on, 0 or more
 */
public record Sizes(int train, int validation, int test) {
  /** No split may be larger: a demo of that size is a mistake in a number. */
  public static final int LARGEST = 1_000_000;

  /** What the demo uses unless told otherwise. */
  public static final Sizes DEFAULT = new Sizes(4000, 500, 1000);

  /**
   * Checks the three sizes.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every size out of range
   */
  public Sizes {
    Problems problems = new Problems("sizes");
    problems.checkRange("train", train, 1, LARGEST);
    problems.checkRange("validation", validation, 0, LARGEST);
    problems.checkRange("test", test, 0, LARGEST);
    problems.throwIfAny();
  }

  /** How many examples a split has. */
  public int of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** All examples together. */
  public int total() {
    return train + validation + test;
  }
}
