package io.perceiver.image.webp;

/** Prediction of a block of 4 × 4 samples by one of ten modes (RFC 6386, §12.3). */
final class SubblockPrediction {
  static final int DC = 0;
  static final int TRUE_MOTION = 1;
  static final int VERTICAL = 2;
  static final int HORIZONTAL = 3;

  // which of the directional results below each sample is, row by row, for modes from LD on
  private static final int[][] PLACES = {
    // left down: 0 to 6 are means along the row above
    {0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6},
    // right down
    {3, 4, 5, 6, 2, 3, 4, 5, 1, 2, 3, 4, 0, 1, 2, 3},
    // vertical right
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 9, 4, 5, 6},
    // vertical left
    {0, 1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 8, 5, 6, 7, 9},
    // horizontal down
    {0, 1, 2, 3, 4, 5, 0, 1, 6, 7, 4, 5, 8, 9, 6, 7},
    // horizontal up
    {0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 6, 6, 6, 6, 6}
  };

  private final int[] edge = new int[13];
  private final int[] results = new int[10];

  /**
   * Predicts a block.
   *
   * @param right place of the four samples above and to the right
   */
  void fill(Plane plane, int at, int right, int mode) {
    collect(plane, at, right);
    switch (mode) {
      case DC -> mean(plane, at);
      case TRUE_MOTION -> Prediction.trueMotion(plane, at, 4);
      case VERTICAL -> vertical(plane, at);
      case HORIZONTAL -> horizontal(plane, at);
      default -> directed(plane, at, mode - 4);
    }
  }

  /** The samples around: from the lowest left upwards, the corner at 4, then above to the right. */
  private void collect(Plane plane, int at, int right) {
    for (int i = 0; i < 4; i++) {
      edge[3 - i] = plane.get(at + i * plane.stride - 1);
      edge[5 + i] = plane.get(at - plane.stride + i);
      edge[9 + i] = plane.get(right + i);
    }
    edge[4] = plane.get(at - plane.stride - 1);
  }

  private void mean(Plane plane, int at) {
    int sum = 4;
    for (int i = 0; i < 4; i++) {
      sum += edge[i] + edge[5 + i];
    }
    for (int i = 0; i < 16; i++) {
      plane.put(at + i / 4 * plane.stride + i % 4, sum >> 3);
    }
  }

  private void vertical(Plane plane, int at) {
    for (int i = 0; i < 16; i++) {
      plane.put(at + i / 4 * plane.stride + i % 4, three(4 + i % 4));
    }
  }

  private void horizontal(Plane plane, int at) {
    for (int row = 0; row < 4; row++) {
      int level = row < 3 ? three(2 - row) : (edge[1] + 3 * edge[0] + 2) >> 2;
      for (int column = 0; column < 4; column++) {
        plane.put(at + row * plane.stride + column, level);
      }
    }
  }

  private void directed(Plane plane, int at, int direction) {
    switch (direction) {
      case 0 -> {
        for (int i = 0; i < 6; i++) {
          results[i] = three(5 + i);
        }
        results[6] = (edge[11] + 3 * edge[12] + 2) >> 2;
      }
      case 1 -> {
        for (int i = 0; i < 7; i++) {
          results[i] = three(i);
        }
      }
      case 2 ->
          set(
              two(4), two(5), two(6), two(7), three(3), three(4), three(5), three(6), three(2),
              three(1));
      case 3 ->
          set(
              two(5), two(6), two(7), two(8), three(5), three(6), three(7), three(8), three(9),
              three(10));
      case 4 ->
          set(
              two(3), three(3), three(4), three(5), two(2), three(2), two(1), three(1), two(0),
              three(0));
      default ->
          set(
              two(2),
              three(1),
              two(1),
              three(0),
              two(0),
              (edge[1] + 3 * edge[0] + 2) >> 2,
              edge[0],
              0,
              0,
              0);
    }
    for (int i = 0; i < 16; i++) {
      plane.put(at + i / 4 * plane.stride + i % 4, results[PLACES[direction][i]]);
    }
  }

  private void set(int... levels) {
    System.arraycopy(levels, 0, results, 0, levels.length);
  }

  /** Mean of two neighbours on the edge. */
  private int two(int first) {
    return (edge[first] + edge[first + 1] + 1) >> 1;
  }

  /** Weighted mean of three neighbours on the edge. */
  private int three(int first) {
    return (edge[first] + 2 * edge[first + 1] + edge[first + 2] + 2) >> 2;
  }
}
