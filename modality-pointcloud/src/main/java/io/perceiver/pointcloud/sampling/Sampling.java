package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which points are taken from a cloud that has more than asked for. */
public enum Sampling {
  /** Any, each with the same chance. */
  RANDOM {
    @Override
    int[] choose(PointCloud cloud, int count, RandomGenerator random) {
      return randomSubset(cloud.size(), count, random);
    }
  },

  /** Each the one farthest from those taken before, starting anywhere. */
  FARTHEST {
    @Override
    int[] choose(PointCloud cloud, int count, RandomGenerator random) {
      return FarthestPoints.choose(cloud, count, random);
    }
  },

  /** The first ones of the file. */
  FIRST {
    @Override
    int[] choose(PointCloud cloud, int count, RandomGenerator random) {
      return IntStream.range(0, count).toArray();
    }
  };

  /**
   * Indices of different points.
   *
   * @param count how many, at most the cloud's size
   */
  abstract int[] choose(PointCloud cloud, int count, RandomGenerator random);

  /** {@code count} different numbers below {@code size}: a shuffle stopped early. */
  static int[] randomSubset(int size, int count, RandomGenerator random) {
    int[] indices = IntStream.range(0, size).toArray();
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      int at = i + random.nextInt(size - i);
      chosen[i] = indices[at];
      indices[at] = indices[i];
    }
    return chosen;
  }
}
