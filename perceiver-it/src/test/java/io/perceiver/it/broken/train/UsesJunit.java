package io.perceiver.it.broken.train;

import org.junit.jupiter.api.Assertions;

final class UsesJunit {

  private UsesJunit() {}

  static void check(boolean condition) {
    Assertions.assertTrue(condition);
  }
}
