package io.perceiver.demo;

import java.util.stream.IntStream;

/**
 * Gives an example the label of the nearest one it knows, by Euclidean distance; features come in
 * fours.
 */
record NearestNeighbour(Examples known) {

  /** Share of labels it gets right. */
  double accuracy(Examples test) {
    long right =
        IntStream.range(0, test.size())
            .parallel()
            .filter(i -> known.labels()[nearest(test.values()[i])] == test.labels()[i])
            .count();
    return (double) right / test.size();
  }

  private int nearest(float[] example) {
    int nearest = -1;
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < known.size(); i++) {
      float distance = squaredDistance(example, known.values()[i], least);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Stops early once it exceeds a limit; four sums, as they do not wait for each other. */
  private static float squaredDistance(float[] a, float[] b, float limit) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int j = 0; j < a.length; j += 4) {
      s0 += (a[j] - b[j]) * (a[j] - b[j]);
      s1 += (a[j + 1] - b[j + 1]) * (a[j + 1] - b[j + 1]);
      s2 += (a[j + 2] - b[j + 2]) * (a[j + 2] - b[j + 2]);
      s3 += (a[j + 3] - b[j + 3]) * (a[j + 3] - b[j + 3]);
      if (j % 128 == 0 && s0 + s1 + s2 + s3 > limit) {
        break;
      }
    }
    return s0 + s1 + s2 + s3;
  }
}
