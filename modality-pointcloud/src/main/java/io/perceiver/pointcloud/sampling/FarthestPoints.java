package io.perceiver.pointcloud.sampling;

import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.random.RandomGenerator;

/**
 * Farthest point sampling (as in PointNet++, Qi et al. 2017, §3.2): every next point is the one
 * farthest from all points taken so far, in the whole cloud.
 */
final class FarthestPoints {
  private FarthestPoints() {}

  /** Takes {@code count} different points, at most all; the generator chooses the first. */
  static int[] choose(PointCloud cloud, int count, RandomGenerator random) {
    PointTree tree = new PointTree(cloud.coordinates());
    int[] taken = new int[count];
    for (int i = 0; i < count; i++) {
      taken[i] = i == 0 ? tree.take(random.nextInt(cloud.size())) : tree.takeFarthest();
    }
    return taken;
  }
}
