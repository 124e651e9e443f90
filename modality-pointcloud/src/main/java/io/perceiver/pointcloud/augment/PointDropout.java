package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Leaves points out: a share is drawn, then each point goes with this probability; one stays in any
 * case.
 *
 * @param mostShare largest share
 */
record PointDropout(double mostShare) {

  /** The points that stay. */
  PointCloud apply(PointCloud cloud, RandomGenerator random) {
    double share = Move.between(0, mostShare, random);
    int survivor = random.nextInt(cloud.size());
    int[] kept =
        IntStream.range(0, cloud.size())
            .filter(point -> random.nextDouble() >= share || point == survivor)
            .toArray();
    return cloud.select(kept);
  }
}
