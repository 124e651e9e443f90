package io.perceiver.pointcloud;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Tokenizer;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.CloudSampler;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * One element for each point: its position is where it lies in the normalised cloud (Perceiver
 * §4.3), C is the width of the configured channels, which may be none. Thread-safe.
 *
 * <p>Clouds that were not sampled before are sampled here, the same way every time.
 */
public final class PointTokenizer implements Tokenizer<PointCloud> {
  private final PointCloudConfig config;
  private final CloudSampler sampler;
  private final ByteArraySpec spec;

  /** Creates one for clouds of this configuration. */
  public PointTokenizer(PointCloudConfig config) {
    this.config = config;
    this.sampler = config.sampler();
    this.spec = spec(config);
  }

  private static ByteArraySpec spec(PointCloudConfig config) {
    List<Channel> channels = config.channels();
    return ByteArraySpec.scattered(
        config.points(),
        channels.stream().mapToInt(Channel::width).sum(),
        channels.isEmpty()
            ? "points"
            : "points with " + String.join(", ", channels.stream().map(Channel::toString).toList()),
        Axis.COUNT);
  }

  @Override
  public ByteArraySpec spec() {
    return spec;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PerceiverException if the cloud lacks a configured channel, or is to be taken as it is
   *     and does not lie within [-1, 1]
   */
  @Override
  public int elements(PointCloud cloud) {
    for (Channel channel : config.channels()) {
      boolean fromSurface = channel == Channel.NORMALS && cloud.isMesh();
      if (!cloud.channels().contains(channel) && !fromSurface) {
        throw new PerceiverException(
            "the " + cloud + " has no " + channel + ", which are configured");
      }
    }
    if (config.normalise() == Normalisation.NONE) {
      double largest = Normalisation.largest(cloud.coordinates());
      if (largest > 1) {
        throw new PerceiverException(
            "the "
                + cloud
                + " has a coordinate of absolute value "
                + largest
                + "; normalise: none allows up to 1, normalise: cube accepts any");
      }
    }
    return sampler.count(cloud);
  }

  @Override
  public void tokenize(PointCloud cloud, FloatBuffer content, FloatBuffer positions) {
    PointCloud points = sampler.sample(cloud);
    double[] coordinates = points.coordinates().clone();
    config.normalise().apply(coordinates, config.centre());
    for (double coordinate : coordinates) {
      // a distance may be rounded to a little more than 1
      positions.put((float) Math.max(-1, Math.min(1, coordinate)));
    }
    for (int point = 0; point < points.size(); point++) {
      for (Channel channel : config.channels()) {
        content.put(points.channel(channel), point * channel.width(), channel.width());
      }
    }
  }
}
