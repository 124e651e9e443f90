package io.perceiver.image.webp;

/** Prediction of a square block from the samples around it (RFC 6386, §12.2 and §12.3). */
final class Prediction {
  static final int DC = 0;
  static final int VERTICAL = 1;
  static final int HORIZONTAL = 2;
  static final int TRUE_MOTION = 3;

  private Prediction() {}

  /** Predicts a whole macroblock's component, at the place of its first sample. */
  static void fill(Plane plane, int at, int size, int mode, boolean hasAbove, boolean hasLeft) {
    switch (mode) {
      case DC -> mean(plane, at, size, hasAbove, hasLeft);
      case VERTICAL -> {
        for (int row = 0; row < size; row++) {
          System.arraycopy(
              plane.samples, at - plane.stride, plane.samples, at + row * plane.stride, size);
        }
      }
      case HORIZONTAL -> {
        for (int row = 0; row < size; row++) {
          level(plane, at + row * plane.stride, size, plane.get(at + row * plane.stride - 1));
        }
      }
      default -> trueMotion(plane, at, size);
    }
  }

  private static void mean(Plane plane, int at, int size, boolean hasAbove, boolean hasLeft) {
    int sum = 0;
    int count = 0;
    for (int i = 0; hasAbove && i < size; i++, count++) {
      sum += plane.get(at - plane.stride + i);
    }
    for (int i = 0; hasLeft && i < size; i++, count++) {
      sum += plane.get(at + i * plane.stride - 1);
    }
    int mean = count == 0 ? 128 : (sum + count / 2) / count;
    for (int row = 0; row < size; row++) {
      level(plane, at + row * plane.stride, size, mean);
    }
  }

  private static void level(Plane plane, int at, int size, int level) {
    java.util.Arrays.fill(plane.samples, at, at + size, (byte) level);
  }

  /** Each sample is left of it plus above it, less the corner. */
  static void trueMotion(Plane plane, int at, int size) {
    int corner = plane.get(at - plane.stride - 1);
    for (int row = 0; row < size; row++) {
      int line = at + row * plane.stride;
      int left = plane.get(line - 1) - corner;
      for (int column = 0; column < size; column++) {
        plane.put(line + column, left + plane.get(at - plane.stride + column));
      }
    }
  }
}
