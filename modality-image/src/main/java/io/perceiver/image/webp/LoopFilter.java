package io.perceiver.image.webp;

/** Smooths the edges of blocks (RFC 6386, §15), in libwebp's arithmetic. */
final class LoopFilter {
  private final byte[] samples;
  private final int limit;
  private final int inner;
  private final int variance;

  /**
   * A filter of one plane and strength.
   *
   * @param level 1 to 63
   */
  LoopFilter(Plane plane, int level, int sharpness) {
    this.samples = plane.samples;
    int smooth = level;
    if (sharpness > 0) {
      smooth >>= sharpness > 4 ? 2 : 1;
      smooth = Math.min(smooth, 9 - sharpness);
    }
    this.inner = Math.max(1, smooth);
    this.limit = 2 * level + inner;
    this.variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
  }

  /**
   * Filters one edge of a macroblock or of its blocks.
   *
   * @param at the first sample after the edge
   * @param across from one sample to the next across the edge
   * @param along from one sample to the next along it
   * @param outer whether it is the edge of a macroblock
   */
  void edge(int at, int across, int along, int length, boolean outer) {
    int threshold = 2 * (limit + (outer ? 4 : 0)) + 1;
    for (int i = 0; i < length; i++) {
      int place = at + i * along;
      if (isSmooth(place, across, threshold)) {
        if (varies(place, across)) {
          two(place, across);
        } else if (outer) {
          six(place, across);
        } else {
          four(place, across);
        }
      }
    }
  }

  /** The same by the simple filter. */
  void simpleEdge(int at, int across, int along, int length, boolean outer) {
    int threshold = 2 * (limit + (outer ? 4 : 0)) + 1;
    for (int i = 0; i < length; i++) {
      int place = at + i * along;
      if (step(place, across) <= threshold) {
        two(place, across);
      }
    }
  }

  private int get(int at) {
    return samples[at] & 0xff;
  }

  private void put(int at, int value) {
    samples[at] = (byte) Math.max(0, Math.min(255, value));
  }

  private int distance(int one, int other) {
    return Math.abs(get(one) - get(other));
  }

  private int step(int at, int across) {
    return 4 * distance(at - across, at) + distance(at - 2 * across, at + across);
  }

  private boolean isSmooth(int at, int across, int threshold) {
    return step(at, across) <= threshold
        && distance(at - 4 * across, at - 3 * across) <= inner
        && distance(at - 3 * across, at - 2 * across) <= inner
        && distance(at - 2 * across, at - across) <= inner
        && distance(at + 3 * across, at + 2 * across) <= inner
        && distance(at + 2 * across, at + across) <= inner
        && distance(at + across, at) <= inner;
  }

  private boolean varies(int at, int across) {
    return distance(at - 2 * across, at - across) > variance
        || distance(at + across, at) > variance;
  }

  private static int cut(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  private int outside(int at, int across) {
    return cut(get(at - 2 * across) - get(at + across), -128, 127);
  }

  private void two(int at, int across) {
    int a = 3 * (get(at) - get(at - across)) + outside(at, across);
    put(at - across, get(at - across) + cut((a + 3) >> 3, -16, 15));
    put(at, get(at) - cut((a + 4) >> 3, -16, 15));
  }

  private void four(int at, int across) {
    int a = 3 * (get(at) - get(at - across));
    int a1 = cut((a + 4) >> 3, -16, 15);
    int a2 = cut((a + 3) >> 3, -16, 15);
    int a3 = (a1 + 1) >> 1;
    put(at - 2 * across, get(at - 2 * across) + a3);
    put(at - across, get(at - across) + a2);
    put(at, get(at) - a1);
    put(at + across, get(at + across) - a3);
  }

  private void six(int at, int across) {
    int a = cut(3 * (get(at) - get(at - across)) + outside(at, across), -128, 127);
    int a1 = (27 * a + 63) >> 7;
    int a2 = (18 * a + 63) >> 7;
    int a3 = (9 * a + 63) >> 7;
    put(at - 3 * across, get(at - 3 * across) + a3);
    put(at - 2 * across, get(at - 2 * across) + a2);
    put(at - across, get(at - across) + a1);
    put(at, get(at) - a1);
    put(at + across, get(at + across) - a2);
    put(at + 2 * across, get(at + 2 * across) - a3);
  }
}
