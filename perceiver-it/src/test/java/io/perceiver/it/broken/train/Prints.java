package io.perceiver.it.broken.train;

final class Prints {
  private Prints() {}

  static void greet() {
    System.out.println("hello");
  }
}
