package io.perceiver.image.raster;

/** What the samples of an image are. */
public enum SampleKind {
  /** Levels of 8 bits, 0 to 255. */
  BYTE(1, 255),

  /** Levels of 16 bits, 0 to 65535. */
  SHORT(2, 65535),

  /** Numbers in float32, black at 0 and white at 1. */
  FLOAT(4, 1),

  /**
   * Names of classes or palette entries, 0 to 65535. They have no order, so they are never mixed:
   * every change of size or place takes the nearest one.
   */
  INDEX(2, 255);

  private static final int LEVELS = 255;

  private final int bytes;
  private final int white;

  SampleKind(int bytes, int white) {
    this.bytes = bytes;
    this.white = white;
  }

  /** Memory per sample. */
  public int bytes() {
    return bytes;
  }

  /** The stored value that stands for white; 255 for indices, so that index and level agree. */
  public int white() {
    return white;
  }

  /** What a stored value is on the scale from 0 to 255. */
  double level(double value) {
    return value * LEVELS / white;
  }

  /** The stored value of a level between 0 and 255. */
  double value(double level) {
    return level * white / LEVELS;
  }
}
