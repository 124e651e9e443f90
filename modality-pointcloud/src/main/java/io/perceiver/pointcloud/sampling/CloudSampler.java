package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Takes the points of a cloud or mesh that become elements. Thread-safe.
 *
 * @param points largest number of elements
 * @param count whether every example has so many
 * @param sampling which points of larger clouds are taken
 * @param seed decides, with the cloud itself, the draws where no generator is given
 */
public record CloudSampler(int points, PointCount count, Sampling sampling, long seed) {

  /** How many points {@link #sample} gives. */
  public int count(PointCloud cloud) {
    return count == PointCount.FIXED || cloud.isMesh() ? points : Math.min(points, cloud.size());
  }

  /** The elements' points, the same ones every time; the cloud itself where it has just those. */
  public PointCloud sample(PointCloud cloud) {
    return isExact(cloud) ? cloud : sample(cloud, new SplittableRandom(seed ^ content(cloud)));
  }

  /** The elements' points; where there is a choice, the generator makes it. */
  public PointCloud sample(PointCloud cloud, RandomGenerator random) {
    if (cloud.isMesh()) {
      return SurfaceSampler.sample(cloud, points, random);
    }
    if (isExact(cloud)) {
      return cloud;
    }
    return cloud.select(
        cloud.size() > points
            ? sampling.choose(cloud, points, random)
            : repeated(cloud.size(), random));
  }

  private boolean isExact(PointCloud cloud) {
    return !cloud.isMesh() && count(cloud) == cloud.size();
  }

  /** All points, then some of them again. */
  private int[] repeated(int size, RandomGenerator random) {
    int[] chosen = new int[points];
    for (int i = 0; i < points; i++) {
      chosen[i] = i < size || sampling == Sampling.FIRST ? i % size : random.nextInt(size);
    }
    return chosen;
  }

  /** A number that follows from the coordinates; mixed as in SplitMix64 (Steele et al. 2014). */
  private static long content(PointCloud cloud) {
    long hash = cloud.size();
    for (double coordinate : cloud.coordinates()) {
      hash += Double.doubleToLongBits(coordinate) + 0x9e3779b97f4a7c15L;
      hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
      hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
      hash ^= hash >>> 31;
    }
    return hash;
  }
}
