package io.perceiver.it.broken.train;

final class Exits {
  private Exits() {}

  static void leave() {
    System.exit(3);
  }
}
