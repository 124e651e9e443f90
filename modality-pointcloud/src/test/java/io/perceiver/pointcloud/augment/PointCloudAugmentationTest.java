package io.perceiver.pointcloud.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Axis;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.sampling.CloudSampler;
import io.perceiver.pointcloud.sampling.PointCount;
import io.perceiver.pointcloud.sampling.Sampling;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PointCloudAugmentationTest {
  private static final CloudSampler SAMPLER =
      new CloudSampler(40, PointCount.VARIABLE, Sampling.RANDOM, 0);

  private final PointCloud cloud = Clouds.full(40, 5);

  private static AugmentationConfig all() {
    return new AugmentationConfig(
        true,
        0.5,
        List.of(0.99, 1.01),
        List.of(0.8, 1.25),
        List.of(Axis.X, Axis.Y),
        30,
        Axis.Z,
        0.01,
        0.05,
        0.1);
  }

  private static PointCloudAugmentation of(AugmentationConfig config) {
    return new PointCloudAugmentation(config, SAMPLER, Normalisation.CUBE);
  }

  /** As the augmentation sees it: in the unit cube. */
  private static double[] centred(PointCloud cloud) {
    double[] coordinates = cloud.coordinates().clone();
    Normalisation.CUBE.apply(coordinates, Centre.BOUNDS);
    return coordinates;
  }

  private static double[] moved(Move move, double... coordinates) {
    double[] points = coordinates.clone();
    move.apply(new MovingPoints(points, Optional.empty()), new SplittableRandom(1));
    return points;
  }

  @Test
  void nothingHappensUnlessConfigured() {
    assertThat(of(AugmentationConfig.none()).isNone()).isTrue();
    assertThat(of(AugmentationConfig.modelNet40()).isNone()).isFalse();
    assertThat(of(all()).isNone()).isFalse();
  }

  @Test
  void equalGeneratorsGiveEqualClouds() {
    PointCloud before = Clouds.full(40, 5);
    PointCloud one = of(all()).augment(cloud, new SplittableRandom(7));

    assertThat(one).isEqualTo(of(all()).augment(cloud, new SplittableRandom(7)));
    assertThat(one).isNotEqualTo(of(all()).augment(cloud, new SplittableRandom(8)));
    assertThat(cloud).isEqualTo(before);
  }

  @Test
  void everyPointIsScaledByItselfWithinTheRange() {
    double[] before = centred(cloud);
    double[] after =
        of(AugmentationConfig.modelNet40()).augment(cloud, new SplittableRandom(1)).coordinates();
    double least = 2;
    double most = 0;
    for (int point = 0; point < before.length; point += 3) {
      double factor = after[point] / before[point];
      assertThat(after[point + 1] / before[point + 1]).isCloseTo(factor, offset(1e-9));
      assertThat(after[point + 2] / before[point + 2]).isCloseTo(factor, offset(1e-9));
      least = Math.min(least, factor);
      most = Math.max(most, factor);
    }
    assertThat(least).isBetween(0.99, 0.995);
    assertThat(most).isBetween(1.005, 1.01);
  }

  @Test
  void theCloudIsScaledOnEachAxisByItself() {
    double[] after = {1, 1, 1, -0.5, 1, 0.25};
    AxisFactors.apply(
        new MovingPoints(after, Optional.empty()),
        new CloudScale(0.5, 2).draw(new SplittableRandom(1)));

    assertThat(after[3]).isEqualTo(-0.5 * after[0]);
    assertThat(after[5]).isEqualTo(0.25 * after[2]);
    assertThat(new double[] {after[0], after[1], after[2]}).doesNotHaveDuplicates();
    for (int axis = 0; axis < 3; axis++) {
      assertThat(after[axis]).isBetween(0.5, 2.0);
    }
  }

  @Test
  void normalsStayAtRightAnglesToAStretchedSurface() {
    // a plane through (1, 0, 0), (0, 1, 0) and (0, 0, 1), stretched to (2, 0, 0)
    float third = (float) (1 / Math.sqrt(3));
    float[] normals = {third, third, third};

    AxisFactors.apply(
        new MovingPoints(new double[3], Optional.of(normals)), new double[] {2, 1, 1});

    double length = Math.sqrt(0.25 + 1 + 1);
    assertThat(normals[0]).isCloseTo((float) (0.5 / length), offset(1e-6f));
    assertThat(normals[1]).isCloseTo((float) (1 / length), offset(1e-6f));
  }

  @Test
  void onlyConfiguredAxesAreMirroredHalfOfTheTime() {
    Flips flips = new Flips(List.of(Axis.X, Axis.Z));
    SplittableRandom random = new SplittableRandom(2);
    int mirrored = 0;
    int both = 0;
    for (int i = 0; i < 1000; i++) {
      double[] points = {1, 2, 3};
      AxisFactors.apply(new MovingPoints(points, Optional.empty()), flips.draw(random));
      assertThat(points[1]).isEqualTo(2);
      assertThat(Math.abs(points[2])).isEqualTo(3);
      mirrored += points[0] < 0 ? 1 : 0;
      both += points[0] < 0 && points[2] < 0 ? 1 : 0;
    }
    assertThat(mirrored).isBetween(440, 560);
    assertThat(both).isBetween(190, 310);
  }

  @Test
  void rotationKeepsTheAxisAndDistancesAndItsLargestAngle() {
    SplittableRandom random = new SplittableRandom(3);
    double largest = 0;
    for (int i = 0; i < 1000; i++) {
      double[] points = {1, 0, 7};
      float[] normals = {0, 1, 0};
      Turn.draw(Axis.Z, 30, random).apply(new MovingPoints(points, Optional.of(normals)));
      double angle = Math.toDegrees(Math.atan2(points[1], points[0]));
      assertThat(points[2]).isCloseTo(7, offset(1e-12));
      assertThat(Math.hypot(points[0], points[1])).isCloseTo(1, offset(1e-12));
      assertThat(Math.toDegrees(Math.atan2(normals[1], normals[0])))
          .isCloseTo(angle + 90, offset(1e-4));
      largest = Math.max(largest, Math.abs(angle));
    }
    assertThat(largest).isBetween(29.5, 30.0);
  }

  @Test
  void aQuarterTurnAboutXTakesYToZ() {
    double[] points = {0, 1, 0};
    for (long seed = 0; ; seed++) {
      double[] turned = points.clone();
      Turn.draw(Axis.X, 180, new SplittableRandom(seed))
          .apply(new MovingPoints(turned, Optional.empty()));
      double angle = new SplittableRandom(seed).nextDouble() * 360 - 180;
      assertThat(turned[2]).isCloseTo(Math.sin(Math.toRadians(angle)), offset(1e-12));
      if (seed == 20) {
        break;
      }
    }
  }

  @Test
  void noiseHasItsDeviationAndIsClipped() {
    double[] noise = moved(new Jitter(0.02, 0.04), new double[30_000]);
    double squares = 0;
    double largest = 0;
    for (double value : noise) {
      squares += value * value;
      largest = Math.max(largest, Math.abs(value));
    }

    // clipped at two standard deviations, 0.96 of the deviation is left
    assertThat(Math.sqrt(squares / noise.length)).isCloseTo(0.96 * 0.02, offset(3e-4));
    assertThat(largest).isEqualTo(0.04);
  }

  @Test
  void droppedPointsAreGoneAndOneAlwaysStays() {
    PointDropout dropout = new PointDropout(0.99);
    SplittableRandom random = new SplittableRandom(4);
    int least = 40;
    int most = 0;
    for (int i = 0; i < 500; i++) {
      int size = dropout.apply(cloud, random).size();
      least = Math.min(least, size);
      most = Math.max(most, size);
      assertThat(dropout.apply(Clouds.full(1, i), random).size()).isEqualTo(1);
    }
    assertThat(least).isBetween(1, 3);
    assertThat(most).isBetween(38, 40);
  }

  @Test
  void resamplingTakesOtherPointsEveryTime() {
    CloudSampler few = new CloudSampler(10, PointCount.FIXED, Sampling.RANDOM, 0);
    AugmentationConfig resample =
        new AugmentationConfig(true, 0, List.of(), List.of(), List.of(), 0, Axis.Z, 0, 0, 0);
    PointCloudAugmentation augmentation =
        new PointCloudAugmentation(resample, few, Normalisation.CUBE);
    SplittableRandom random = new SplittableRandom(1);

    assertThat(augmentation.augment(cloud, random))
        .isNotEqualTo(augmentation.augment(cloud, random));
    assertThat(augmentation.augment(Clouds.tetrahedron(), random))
        .isNotEqualTo(augmentation.augment(Clouds.tetrahedron(), random));
  }

  @Test
  void theShiftKeepsTheShapeWithinTheCube() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      FloatBuffer positions = FloatBuffer.wrap(new float[] {-1, 0.5f, -0.25f, 1, 0.75f, 0.25f});
      Translation.apply(positions, 2, Translation.draw(0.5, random));

      assertThat(positions.get(0)).isEqualTo(-1);
      assertThat(positions.get(3)).isEqualTo(1);
      assertThat(positions.get(4) - positions.get(1)).isCloseTo(0.25f, offset(1e-6f));
      assertThat(positions.get(4)).isBetween(0.2499f, 1f);
      assertThat(positions.get(5) - positions.get(2)).isCloseTo(0.5f, offset(1e-6f));
      assertThat(Math.abs(positions.get(5) - 0.25f)).isLessThanOrEqualTo(0.5001f);
    }
  }

  @Test
  void noiseMakesNothingOfASinglePoint() {
    PointCloud point = PointCloud.of(new double[] {7, 8, 9, 7, 8, 9});
    AugmentationConfig jitter =
        new AugmentationConfig(false, 0, List.of(), List.of(), List.of(), 0, Axis.Z, 0.1, 0.1, 0);

    assertThat(of(jitter).augment(point, new SplittableRandom(1))).isEqualTo(point);
  }

  @Test
  void cloudsThatAreTakenAsTheyAreStayWithinTheCube() {
    PointCloudAugmentation augmentation =
        new PointCloudAugmentation(all(), SAMPLER, Normalisation.NONE);
    PointCloud corner = PointCloud.of(new double[] {1, 1, 1, -1, -1, -1, 0.9, -1, 1});
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      assertThat(Normalisation.largest(augmentation.augment(corner, random).coordinates()))
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void otherChannelsGoWithTheirPoints() {
    PointCloud tagged =
        PointCloud.of(
            new double[] {1, 1, 1, 2, 2, 2, 3, 3, 3},
            Map.of(Channel.INTENSITY, new float[] {1, 2, 3}));
    PointCloud after = of(AugmentationConfig.modelNet40()).augment(tagged, new SplittableRandom(1));

    assertThat(after.channel(Channel.INTENSITY)).containsExactly(1, 2, 3);
    assertThat(after.coordinates()[0]).isLessThan(after.coordinates()[3]);
    assertThat(after.coordinates()[3]).isLessThan(after.coordinates()[6]);
  }

  @Test
  void aFollowerIsMovedButNeitherThinnedNorShaken() {
    PointCloudAugmentation follower = of(AugmentationConfig.none());
    double[] before = centred(cloud);
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20; i++) {
      CloudGeometry geometry = of(all()).drawGeometry(cloud, random);
      double[] after = follower.apply(cloud, geometry, random).coordinates();
      assertThat(after).hasSameSizeAs(before);
      Turn turn = geometry.turn().orElseThrow();
      double angle = Math.toRadians(turn.degrees());
      for (int at = 0; at < before.length; at += 3) {
        double x = before[at] * geometry.factors().get(0);
        double y = before[at + 1] * geometry.factors().get(1);
        assertThat(after[at]).isCloseTo(Math.cos(angle) * x - Math.sin(angle) * y, offset(1e-9));
        assertThat(after[at + 1])
            .isCloseTo(Math.sin(angle) * x + Math.cos(angle) * y, offset(1e-9));
        assertThat(after[at + 2])
            .isCloseTo(before[at + 2] * geometry.factors().get(2), offset(1e-9));
      }
    }
    assertThat(follower.isNone()).isTrue();
  }
}
