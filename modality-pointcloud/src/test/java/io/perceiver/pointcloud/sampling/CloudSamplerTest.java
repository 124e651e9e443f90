package io.perceiver.pointcloud.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudSamplerTest {
  private final PointCloud cloud = Clouds.random(50, 4);

  private static CloudSampler sampler(int points, PointCount count, Sampling sampling) {
    return new CloudSampler(points, count, sampling, 9);
  }

  private static List<List<Double>> points(PointCloud cloud) {
    return IntStream.range(0, cloud.size())
        .mapToObj(i -> Arrays.copyOfRange(cloud.coordinates(), 3 * i, 3 * i + 3))
        .map(point -> List.of(point[0], point[1], point[2]))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void largerCloudsGiveDifferentPointsOfTheirs(Sampling sampling) {
    PointCloud sampled = sampler(20, PointCount.VARIABLE, sampling).sample(cloud);

    assertThat(sampled.size()).isEqualTo(20);
    assertThat(points(sampled)).doesNotHaveDuplicates().isSubsetOf(points(cloud));
  }

  @ParameterizedTest
  @EnumSource
  void smallerCloudsAreRepeatedWhereTheCountIsFixed(Sampling sampling) {
    CloudSampler sampler = sampler(120, PointCount.FIXED, sampling);
    PointCloud sampled = sampler.sample(cloud);

    assertThat(sampler.count(cloud)).isEqualTo(120);
    assertThat(sampled.size()).isEqualTo(120);
    assertThat(points(sampled).subList(0, 50)).isEqualTo(points(cloud));
    assertThat(points(cloud)).containsAll(points(sampled));
  }

  @Test
  void smallerCloudsStayAsTheyAreWhereTheCountIsVariable() {
    CloudSampler sampler = sampler(120, PointCount.VARIABLE, Sampling.RANDOM);

    assertThat(sampler.count(cloud)).isEqualTo(50);
    assertThat(sampler.sample(cloud)).isSameAs(cloud);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAGeneratorTheSamePointsComeEveryTime(Sampling sampling) {
    CloudSampler sampler = sampler(20, PointCount.FIXED, sampling);

    assertThat(sampler.sample(Clouds.random(50, 4))).isEqualTo(sampler.sample(cloud));
    assertThat(sampler.sample(Clouds.tetrahedron()))
        .isEqualTo(sampler.sample(Clouds.tetrahedron()));
  }

  @Test
  void theSeedDecidesThem() {
    CloudSampler other = new CloudSampler(20, PointCount.FIXED, Sampling.RANDOM, 10);

    assertThat(other.sample(cloud))
        .isNotEqualTo(sampler(20, PointCount.FIXED, Sampling.RANDOM).sample(cloud));
  }

  @Test
  void aGeneratorGivesOthersEveryTime() {
    CloudSampler sampler = sampler(20, PointCount.FIXED, Sampling.RANDOM);
    SplittableRandom random = new SplittableRandom(1);

    assertThat(sampler.sample(cloud, random)).isNotEqualTo(sampler.sample(cloud, random));
    assertThat(sampler.sample(cloud, new SplittableRandom(1)))
        .isEqualTo(sampler.sample(cloud, new SplittableRandom(1)));
  }

  @ParameterizedTest
  @EnumSource
  void meshesGiveSoManyPointsOfTheirSurfaceInAnyCase(PointCount count) {
    CloudSampler sampler = sampler(30, count, Sampling.FIRST);

    assertThat(sampler.count(Clouds.tetrahedron())).isEqualTo(30);
    assertThat(sampler.sample(Clouds.tetrahedron()).size()).isEqualTo(30);
  }
}
