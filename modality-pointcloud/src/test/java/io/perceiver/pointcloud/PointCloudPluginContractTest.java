package io.perceiver.pointcloud;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.pointcloud.augment.AugmentationConfig;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.npy.NpyBytes;
import io.perceiver.pointcloud.pcd.PcdBytes;
import io.perceiver.pointcloud.ply.PlyBytes;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.sampling.PointCount;
import io.perceiver.pointcloud.sampling.Sampling;
import io.perceiver.testkit.FollowedScene;
import io.perceiver.testkit.ModalityPluginContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

class PointCloudPluginContractTest extends ModalityPluginContract<PointCloudConfig, PointCloud> {
  private static final String MESH = "OFF\n4 2 0\n0 0 0\n1 0 0\n1 1 0\n0 1 1\n3 0 1 2\n3 0 2 3\n";

  @Override
  protected ModalityPlugin<PointCloudConfig, PointCloud> plugin() {
    return new PointCloudPlugin();
  }

  @Override
  protected PointCloudConfig validConfig() {
    return PointCloudConfig.defaults()
        .withPoints(24, PointCount.VARIABLE, Sampling.FARTHEST)
        .withAugmentation(
            new AugmentationConfig(
                true,
                0.3,
                List.of(0.99, 1.01),
                List.of(0.8, 1.25),
                List.of(Axis.X),
                20,
                Axis.Z,
                0.01,
                0.05,
                0.1));
  }

  @Override
  protected List<PointCloud> examples() {
    return List.of(
        Clouds.random(24, 1), Clouds.random(9, 2), Clouds.random(60, 3), Clouds.tetrahedron());
  }

  /** A marked point among others, and with half of the others; their bounds are the same. */
  @Override
  protected List<FollowedScene<PointCloudConfig, PointCloud>> followedScenes() {
    AugmentationConfig moves =
        new AugmentationConfig(
            false,
            0,
            List.of(),
            List.of(0.8, 1.25),
            List.of(Axis.X, Axis.Y),
            90,
            Axis.Z,
            0,
            0,
            0.1);
    PointCloudConfig still =
        PointCloudConfig.defaults()
            .withPoints(24, PointCount.VARIABLE, Sampling.RANDOM)
            .withNormalisation(Normalisation.CUBE, Centre.BOUNDS)
            .withChannels(Channel.INTENSITY);
    return List.of(
        new FollowedScene<>(
            still.withAugmentation(moves), marked(24), still, marked(12), 1e-4, false));
  }

  private static PointCloud marked(int points) {
    double[] coordinates = new double[3 * points];
    Arrays.fill(coordinates, 0.5);
    for (int at = 0; at < 8 * 3; at++) {
      coordinates[at] = at / 3 >> at % 3 & 1; // the corners of a cube
    }
    coordinates[24] = 0.75;
    coordinates[25] = 0.4;
    coordinates[26] = 0.9;
    float[] intensity = new float[points];
    intensity[8] = 1;
    return PointCloud.of(coordinates, Map.of(Channel.INTENSITY, intensity));
  }

  @Override
  protected Map<String, Supplier<PointCloudConfig>> invalidConfigs() {
    PointCloudConfig valid = validConfig();
    return Map.of(
        "points", () -> valid.withPoints(0, PointCount.FIXED, Sampling.RANDOM),
        "channels", () -> valid.withChannels(Channel.NORMALS, Channel.NORMALS),
        "maxPoints", () -> valid.withSources(InvalidPoints.DROP, 0));
  }

  @Override
  protected Map<String, byte[]> sources() {
    return Map.of(
        "mesh.off", MESH.getBytes(US_ASCII),
        "mesh.ply", PlyBytes.of(Clouds.full(9, 1), "binary_big_endian", new int[] {0, 1, 2, 3}),
        "cloud.pcd", PcdBytes.compressed(Clouds.full(9, 2)),
        "cloud.npy", NpyBytes.of("<f4", "False", "(3, 3)", 1, 1, 2, 3, 4, 5, 6, 7, 8, 10),
        "cloud.xyz", "1 2 3\n4 5 6\n7 8 10\n".getBytes(US_ASCII));
  }

  @Override
  protected Map<String, byte[]> unreadableSources() {
    return Map.of("notes.md", "not a cloud".getBytes(US_ASCII));
  }
}
