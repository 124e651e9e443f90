package io.perceiver.pointcloud;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Clouds and meshes to test with. */
public final class Clouds {
  private Clouds() {}

  /** What is read: these channels of up to 10,000 points, invalid ones left out. */
  public static ReadOptions options(Channel... channels) {
    return new ReadOptions(Set.of(channels), 10_000, InvalidPoints.DROP);
  }

  /** Any cloud, off-centre, of floats. */
  public static PointCloud random(int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] coordinates = new double[3 * points];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = (float) (random.nextDouble() * (1 + i % 3) + 5);
    }
    return PointCloud.of(coordinates);
  }

  /** Any cloud with all channels. */
  public static PointCloud full(int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] normals = new float[3 * points];
    for (int i = 0; i < points; i++) {
      normals[3 * i + i % 3] = random.nextBoolean() ? 1 : -1;
    }
    float[] colours = new float[3 * points];
    float[] intensities = new float[points];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = (float) (random.nextInt(256) / 255.0 * 2 - 1);
      intensities[i / 3] = random.nextInt(256) / 256f;
    }
    return PointCloud.of(
        random(points, seed).coordinates(),
        Map.of(Channel.NORMALS, normals, Channel.COLOUR, colours, Channel.INTENSITY, intensities));
  }

  /** A tetrahedron of one right corner with legs of length 1. */
  public static PointCloud tetrahedron() {
    return PointCloud.mesh(
        new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1},
        Map.of(),
        new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3});
  }
}
