package io.perceiver.pointcloud.augment;

import io.perceiver.api.Augmentation;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.CloudSampler;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Takes the points of a cloud, then moves them step by step; the tokenizer normalises them after
 * that, as in the paper. Thread-safe and without memory.
 */
public final class PointCloudAugmentation implements Augmentation<PointCloud> {
  private final AugmentationConfig config;
  private final CloudSampler sampler;
  private final Normalisation normalise;
  private final List<Move> moves;

  private PointCloudAugmentation(
      AugmentationConfig config, CloudSampler sampler, Normalisation normalise) {
    this.config = config;
    this.sampler = sampler;
    this.normalise = normalise;
    this.moves = moves(config);
  }

  /**
   * The configured changes; {@link Augmentation#none()} where there are none.
   *
   * @param sampler takes the points
   * @param normalise what will be done with them; with {@link Normalisation#NONE} they are kept
   *     within [-1, 1] here
   */
  public static Augmentation<PointCloud> of(
      AugmentationConfig config, CloudSampler sampler, Normalisation normalise) {
    PointCloudAugmentation changes = new PointCloudAugmentation(config, sampler, normalise);
    boolean none =
        changes.moves.isEmpty()
            && !config.resample()
            && config.dropout() == 0
            && config.translation() == 0;
    return none ? Augmentation.none() : changes;
  }

  private static List<Move> moves(AugmentationConfig config) {
    List<Move> moves = new ArrayList<>();
    if (!config.pointScale().isEmpty()) {
      moves.add(new PointScale(config.pointScale().get(0), config.pointScale().get(1)));
    }
    if (!config.scale().isEmpty()) {
      moves.add(new CloudScale(config.scale().get(0), config.scale().get(1)));
    }
    if (!config.flips().isEmpty()) {
      moves.add(new Flips(config.flips()));
    }
    if (config.rotation() > 0) {
      moves.add(new Turn(config.rotationAxis(), config.rotation()));
    }
    if (config.jitter() > 0) {
      moves.add(new Jitter(config.jitter(), config.jitterClip()));
    }
    return List.copyOf(moves);
  }

  @Override
  public PointCloud example(PointCloud example, RandomGenerator random) {
    PointCloud points =
        config.resample() ? sampler.sample(example, random) : sampler.sample(example);
    if (config.dropout() > 0) {
      points = new PointDropout(config.dropout()).apply(points, random);
    }
    return moves.isEmpty() ? points : moved(points, random);
  }

  private PointCloud moved(PointCloud cloud, RandomGenerator random) {
    MovingPoints points = MovingPoints.of(cloud);
    if (normalise != Normalisation.NONE) {
      Normalisation.CUBE.apply(points.coordinates(), Centre.BOUNDS);
    }
    double largest = Normalisation.largest(points.coordinates());
    if (largest == 0 || largest > 1) {
      // all points are one, and noise would be all there is to see; or the tokenizer will refuse it
      return cloud;
    }
    for (Move move : moves) {
      move.apply(points, random);
    }
    if (normalise == Normalisation.NONE) {
      clamp(points.coordinates());
    }
    return points.cloud(cloud);
  }

  private static void clamp(double[] coordinates) {
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = Math.max(-1, Math.min(1, coordinates[i]));
    }
  }

  @Override
  public void features(
      FloatBuffer content, FloatBuffer positions, int elements, RandomGenerator random) {
    if (config.translation() > 0) {
      new Translation(config.translation()).apply(positions, elements, random);
    }
  }
}
