package io.perceiver.it.broken.train;

final class ReadsProperty {
  private ReadsProperty() {}

  static int batch() {
    return Integer.getInteger("batch", 8);
  }
}
