package io.perceiver.pointcloud.augment;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The points of a cloud while they are moved.
 *
 * @param coordinates (point, axis), changed in place
 * @param normals (point, axis), changed in place; empty where points have none
 */
record MovingPoints(double[] coordinates, Optional<float[]> normals) {

  /** A copy of a cloud's points. */
  static MovingPoints of(PointCloud cloud) {
    return new MovingPoints(
        cloud.coordinates().clone(),
        cloud.channels().contains(Channel.NORMALS)
            ? Optional.of(cloud.channel(Channel.NORMALS).clone())
            : Optional.empty());
  }

  /** The moved points, with the other channels of the cloud they were copied from. */
  PointCloud cloud(PointCloud original) {
    Map<Channel, float[]> channels = new EnumMap<>(Channel.class);
    for (Channel channel : original.channels()) {
      channels.put(channel, original.channel(channel));
    }
    normals.ifPresent(moved -> channels.put(Channel.NORMALS, moved));
    return PointCloud.of(coordinates, channels);
  }
}
