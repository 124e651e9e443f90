package io.perceiver.pointcloud.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class SurfaceSamplerTest {
  private static final int COUNT = 20_000;

  // the seeds are fixed, so that the test is the same every time; one in a thousand seeds fails it
  private static final double LEAST_PROBABILITY = 1e-3;

  private static PointCloud sample(PointCloud mesh) {
    return SurfaceSampler.sample(mesh, COUNT, new SplittableRandom(3));
  }

  @Test
  void trianglesGetPointsByTheirArea() {
    // areas of 1/2, 1/2, 1/2 and √3/2
    double total = 1.5 + Math.sqrt(3) / 2;
    double[] expected = {0.5 / total, 0.5 / total, 0.5 / total, Math.sqrt(3) / 2 / total};
    double[] points = sample(Clouds.tetrahedron()).coordinates();
    long[] found = new long[4];
    for (int i = 0; i < points.length; i += 3) {
      found[points[i + 2] == 0 ? 0 : points[i + 1] == 0 ? 1 : points[i] == 0 ? 2 : 3]++;
    }

    assertThat(new ChiSquareTest().chiSquareTest(expected, found)).isGreaterThan(LEAST_PROBABILITY);
  }

  @Test
  void pointsAreEvenOverATriangle() {
    // cut into 16 equal triangles of legs 1/4
    PointCloud triangle =
        PointCloud.mesh(new double[] {0, 0, 5, 1, 0, 5, 0, 1, 5}, Map.of(), new int[] {0, 1, 2});
    double[] points = sample(triangle).coordinates();
    long[] found = new long[16];
    for (int i = 0; i < points.length; i += 3) {
      assertThat(points[i + 2]).isCloseTo(5, offset(1e-12));
      double u = 4 * points[i];
      double v = 4 * points[i + 1];
      int lower = u % 1 + v % 1 < 1 ? 0 : 1;
      int row = (int) v;
      found[row * (8 - row) + 2 * (int) u + lower]++;
    }
    double[] expected = new double[16];
    Arrays.fill(expected, 1.0 / 16);

    assertThat(new ChiSquareTest().chiSquareTest(expected, found)).isGreaterThan(LEAST_PROBABILITY);
  }

  @Test
  void aPointHasItsTrianglesNormalWhereCornersHaveNone() {
    PointCloud sampled = sample(Clouds.tetrahedron());
    double[] points = sampled.coordinates();
    float[] normals = sampled.channel(Channel.NORMALS);
    float third = (float) (1 / Math.sqrt(3));
    for (int i = 0; i < points.length; i += 3) {
      float[] expected =
          points[i + 2] == 0
              ? new float[] {0, 0, -1}
              : points[i + 1] == 0
                  ? new float[] {0, -1, 0}
                  : points[i] == 0 ? new float[] {-1, 0, 0} : new float[] {third, third, third};
      assertThat(new float[] {normals[i], normals[i + 1], normals[i + 2]})
          .containsExactly(expected, offset(1e-6f));
    }
  }

  @Test
  void channelsAreInterpolatedBetweenCorners() {
    PointCloud triangle =
        PointCloud.mesh(
            new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
            Map.of(
                Channel.INTENSITY, new float[] {0, 1, 10},
                Channel.NORMALS, new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0}),
            new int[] {0, 1, 2});
    PointCloud sampled = sample(triangle);
    for (int point = 0; point < COUNT; point++) {
      double x = sampled.coordinates()[3 * point];
      double y = sampled.coordinates()[3 * point + 1];
      double length = Math.sqrt(x * x + y * y + (1 - x - y) * (1 - x - y));
      assertThat(sampled.channel(Channel.INTENSITY)[point])
          .isCloseTo((float) (x + 10 * y), offset(1e-5f));
      assertThat(sampled.channel(Channel.NORMALS)[3 * point])
          .isCloseTo((float) (x / length), offset(1e-6f));
    }
  }
}
