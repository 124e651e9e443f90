package io.perceiver.pointcloud.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.CloudSampler;

/** Takes the points of a cloud, then changes them step by step. Thread-safe and without memory. */
public final class PointCloudAugmentation implements Augmentation<PointCloud> {

  /** The configured changes; {@link Augmentation#none()} where there are none. */
  public static Augmentation<PointCloud> of(
      AugmentationConfig config, CloudSampler sampler, Normalisation normalise) {
    return Augmentation.none();
  }
}
