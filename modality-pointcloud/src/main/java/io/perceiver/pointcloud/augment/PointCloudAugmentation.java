package io.perceiver.pointcloud.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.CloudSampler;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Takes the points of a cloud, then moves them step by step; the tokenizer normalises them after
 * that, as in the paper. Factors of the whole cloud, mirror images, turns and shifts are its
 * geometry, which other clouds can follow; which points are taken, and the noise on each, is every
 * cloud's own. Thread-safe and without memory.
 */
public final class PointCloudAugmentation implements Augmentation<PointCloud, CloudGeometry> {
  private final AugmentationConfig config;
  private final CloudSampler sampler;
  private final Normalisation normalise;

  /**
   * Creates the configured changes.
   *
   * @param sampler takes the points
   * @param normalise what will be done with them; with {@link Normalisation#NONE} they are kept
   *     within [-1, 1] here
   */
  public PointCloudAugmentation(
      AugmentationConfig config, CloudSampler sampler, Normalisation normalise) {
    this.config = config;
    this.sampler = sampler;
    this.normalise = normalise;
  }

  @Override
  public Class<CloudGeometry> geometryType() {
    return CloudGeometry.class;
  }

  @Override
  public boolean drawsGeometry() {
    return !config.scale().isEmpty()
        || !config.flips().isEmpty()
        || config.rotation() > 0
        || config.translation() > 0;
  }

  @Override
  public boolean isNone() {
    return !drawsGeometry()
        && !config.resample()
        && config.dropout() == 0
        && config.pointScale().isEmpty()
        && config.jitter() == 0;
  }

  @Override
  public CloudGeometry drawGeometry(PointCloud example, RandomGenerator random) {
    if (!drawsGeometry()) {
      return CloudGeometry.NONE;
    }
    return new CloudGeometry(
        drawFactors(random),
        config.rotation() > 0
            ? Optional.of(Turn.draw(config.rotationAxis(), config.rotation(), random))
            : Optional.empty(),
        config.translation() > 0
            ? Translation.draw(config.translation(), random)
            : CloudGeometry.NONE.shift());
  }

  private List<Double> drawFactors(RandomGenerator random) {
    double[] factors = {1, 1, 1};
    if (!config.scale().isEmpty()) {
      factors = new CloudScale(config.scale().get(0), config.scale().get(1)).draw(random);
    }
    double[] mirrored = new Flips(config.flips()).draw(random);
    for (int axis = 0; axis < factors.length; axis++) {
      factors[axis] *= mirrored[axis];
    }
    return DoubleStream.of(factors).boxed().toList();
  }

  @Override
  public PointCloud apply(PointCloud example, CloudGeometry geometry, RandomGenerator random) {
    PointCloud points =
        config.resample() ? sampler.sample(example, random) : sampler.sample(example);
    if (config.dropout() > 0) {
      points = new PointDropout(config.dropout()).apply(points, random);
    }
    boolean stays = geometry.keepsShape() && config.pointScale().isEmpty() && config.jitter() == 0;
    return stays ? points : moved(points, geometry, random);
  }

  private PointCloud moved(PointCloud cloud, CloudGeometry geometry, RandomGenerator random) {
    MovingPoints points = MovingPoints.of(cloud);
    if (normalise != Normalisation.NONE) {
      Normalisation.CUBE.apply(points.coordinates(), Centre.BOUNDS);
    }
    double largest = Normalisation.largest(points.coordinates());
    if (largest == 0 || largest > 1) {
      // all points are one, and noise would be all there is to see; or the tokenizer will refuse it
      return cloud;
    }
    move(points, geometry, random);
    if (normalise == Normalisation.NONE) {
      clamp(points.coordinates());
    }
    return points.cloud(cloud);
  }

  private void move(MovingPoints points, CloudGeometry geometry, RandomGenerator random) {
    if (!config.pointScale().isEmpty()) {
      new PointScale(config.pointScale().get(0), config.pointScale().get(1)).apply(points, random);
    }
    if (!geometry.factors().equals(CloudGeometry.NONE.factors())) {
      AxisFactors.apply(
          points, geometry.factors().stream().mapToDouble(Double::doubleValue).toArray());
    }
    geometry.turn().ifPresent(turn -> turn.apply(points));
    if (config.jitter() > 0) {
      new Jitter(config.jitter(), config.jitterClip()).apply(points, random);
    }
  }

  private static void clamp(double[] coordinates) {
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = Math.max(-1, Math.min(1, coordinates[i]));
    }
  }

  @Override
  public void features(
      FloatBuffer content,
      FloatBuffer positions,
      int elements,
      CloudGeometry geometry,
      RandomGenerator random) {
    if (!geometry.shift().equals(CloudGeometry.NONE.shift())) {
      Translation.apply(positions, elements, geometry.shift());
    }
  }
}
