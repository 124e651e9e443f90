package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Farthest point sampling (as in PointNet++, Qi et al. 2017, §3.2): every next point is the one
 * farthest from all points taken so far. It costs the number of candidates times the number of
 * points taken, so of large clouds a random part is looked at.
 */
final class FarthestPoints {
  /** Distances computed at most, about a tenth of a second. */
  static final long MOST_DISTANCES = 1 << 26;

  private final double[] coordinates;
  private final int[] candidates;
  private final double[] distances;

  private FarthestPoints(double[] coordinates, int[] candidates) {
    this.coordinates = coordinates;
    this.candidates = candidates;
    this.distances = new double[candidates.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
  }

  static int[] choose(PointCloud cloud, int count, RandomGenerator random) {
    int looked = (int) Math.max(count, Math.min(cloud.size(), MOST_DISTANCES / count));
    int[] candidates = Sampling.randomSubset(cloud.size(), looked, random);
    return looked == count
        ? candidates
        : new FarthestPoints(cloud.coordinates(), candidates).take(count);
  }

  /** The candidates are in random order, so the first is as good as any. */
  private int[] take(int count) {
    int[] taken = new int[count];
    int next = 0;
    for (int i = 0; i < count; i++) {
      taken[i] = candidates[next];
      // points that coincide are all at distance 0; this one must not be taken again
      distances[next] = -1;
      next = farthestAfter(taken[i]);
    }
    return taken;
  }

  private int farthestAfter(int point) {
    double x = coordinates[point * Axis.COUNT];
    double y = coordinates[point * Axis.COUNT + 1];
    double z = coordinates[point * Axis.COUNT + 2];
    int farthest = 0;
    for (int i = 0; i < candidates.length; i++) {
      int at = candidates[i] * Axis.COUNT;
      double dx = coordinates[at] - x;
      double dy = coordinates[at + 1] - y;
      double dz = coordinates[at + 2] - z;
      distances[i] = Math.min(distances[i], dx * dx + dy * dy + dz * dz);
      if (distances[i] > distances[farthest]) {
        farthest = i;
      }
    }
    return farthest;
  }
}
