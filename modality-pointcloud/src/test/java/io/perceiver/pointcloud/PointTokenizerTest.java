package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.PointCount;
import io.perceiver.pointcloud.sampling.Sampling;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PointTokenizerTest {
  private static final PointCloudConfig VARIABLE =
      PointCloudConfig.defaults().withPoints(16, PointCount.VARIABLE, Sampling.RANDOM);

  private record Tokens(float[] content, float[] positions) {}

  private static Tokens tokens(PointCloudConfig config, PointCloud cloud) {
    PointTokenizer tokenizer = new PointTokenizer(config);
    int elements = tokenizer.elements(cloud);
    FloatBuffer content = FloatBuffer.allocate(elements * tokenizer.spec().channels());
    FloatBuffer positions = FloatBuffer.allocate(3 * elements);
    tokenizer.tokenize(cloud, content, positions);
    assertThat(content.hasRemaining() || positions.hasRemaining()).isFalse();
    return new Tokens(content.array(), positions.array());
  }

  @Test
  void elementsAreNothingButPositionsByDefault() {
    assertThat(new PointTokenizer(PointCloudConfig.defaults()).spec())
        .isEqualTo(ByteArraySpec.scattered(1024, 0, "points", 3));
  }

  @Test
  void channelsAddTheirWidthsInTheirOrder() {
    PointCloudConfig config = VARIABLE.withChannels(Channel.INTENSITY, Channel.NORMALS);
    PointCloud cloud = Clouds.full(3, 1);
    float[] intensity = cloud.channel(Channel.INTENSITY);
    float[] normals = cloud.channel(Channel.NORMALS);

    assertThat(new PointTokenizer(config).spec())
        .isEqualTo(ByteArraySpec.scattered(16, 4, "points with intensity, normals", 3));
    assertThat(tokens(config, cloud).content())
        .containsExactly(
            intensity[0],
            normals[0],
            normals[1],
            normals[2], //
            intensity[1],
            normals[3],
            normals[4],
            normals[5], //
            intensity[2],
            normals[6],
            normals[7],
            normals[8]);
  }

  @Test
  void coordinatesBecomePositionsInTheCube() {
    PointCloud cloud = PointCloud.of(new double[] {0, 1, 10, 0, 0, 10, 6, 2, 10});

    assertThat(tokens(VARIABLE, cloud).positions())
        .containsExactly(-0.5f, 0, 0, -0.5f, -0.25f, 0, 1, 0.25f, 0);
  }

  @Test
  void onePointLiesAtTheOrigin() {
    PointCloudConfig fixed =
        PointCloudConfig.defaults().withPoints(5, PointCount.FIXED, Sampling.RANDOM);

    assertThat(tokens(fixed, PointCloud.of(new double[] {3e5, -2, 1})).positions())
        .hasSize(15)
        .containsOnly(0);
  }

  @Test
  void positionsOfASphereNeverLeaveTheCube() {
    PointCloudConfig sphere = VARIABLE.withNormalisation(Normalisation.SPHERE, Centre.BOUNDS);
    for (int seed = 0; seed < 500; seed++) {
      for (float position : tokens(sphere, Clouds.random(2 + seed % 14, seed)).positions()) {
        assertThat(position).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void permutedPointsGivePermutedElements() {
    PointCloud cloud = Clouds.random(6, 1);
    int[] order = {3, 1, 5, 0, 2, 4};
    float[] straight = tokens(VARIABLE, cloud).positions();
    float[] permuted = tokens(VARIABLE, cloud.select(order)).positions();
    for (int i = 0; i < permuted.length; i++) {
      // the mean is summed in another order
      assertThat(permuted[i]).isCloseTo(straight[3 * order[i / 3] + i % 3], offset(1e-6f));
    }
  }

  @Test
  void cloudsTakenAsTheyAreMustLieInTheCube() {
    PointCloudConfig none = VARIABLE.withNormalisation(Normalisation.NONE, Centre.MEAN);

    assertThat(tokens(none, PointCloud.of(new double[] {1, -1, 0.5})).positions())
        .containsExactly(1, -1, 0.5f);
    assertThatThrownBy(() -> tokens(none, PointCloud.of(new double[] {1, -1.5, 0.5})))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "the cloud of 1 points has a coordinate of absolute value 1.5; normalise: none allows"
                + " up to 1, normalise: cube accepts any");
  }

  @Test
  void cloudsWithoutAChannelAreRefused() {
    PointCloudConfig normals = VARIABLE.withChannels(Channel.NORMALS);

    assertThatThrownBy(() -> tokens(normals, Clouds.random(3, 1)))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("the cloud of 3 points has no normals, which are configured");
    assertThat(tokens(normals, Clouds.tetrahedron()).content()).hasSize(48);
  }
}
