package io.perceiver.it.broken.train;

final class ThrowsAnything {
  private ThrowsAnything() {}

  static void fail() {
    throw new RuntimeException("something");
  }
}
