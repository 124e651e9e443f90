package io.perceiver.pointcloud.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarthestPointsTest {

  /** A scan from the origin: ever sparser outwards, flat, some points twice, one far off. */
  private static PointCloud scan(int points) {
    SplittableRandom random = new SplittableRandom(3);
    double[] coordinates = new double[3 * points];
    for (int i = 0; i < points; i++) {
      double range = Math.exp(4 * random.nextDouble());
      double angle = 2 * Math.PI * random.nextDouble();
      coordinates[3 * i] = range * Math.cos(angle);
      coordinates[3 * i + 1] = range * Math.sin(angle);
      coordinates[3 * i + 2] = i % 3 == 0 ? 0 : random.nextDouble();
      if (i % 10 == 1) {
        System.arraycopy(coordinates, 3 * i - 3, coordinates, 3 * i, 3);
      }
    }
    coordinates[0] = 1e6;
    return PointCloud.of(coordinates);
  }

  private static void assertEachIsTheFarthest(PointCloud cloud, int[] chosen) {
    double[] distances = new double[cloud.size()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int count = 0; count < chosen.length; count++) {
      double most = Arrays.stream(distances).max().orElseThrow();
      assertThat(distances[chosen[count]]).as("point %d", count).isEqualTo(most);
      for (int point = 0; point < distances.length; point++) {
        distances[point] = Math.min(distances[point], distance(cloud, point, chosen[count]));
      }
    }
  }

  private static double distance(PointCloud cloud, int a, int b) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double difference = cloud.coordinates()[3 * a + axis] - cloud.coordinates()[3 * b + axis];
      sum += difference * difference;
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 63, 64, 65, 1000, 5000})
  void everyNextPointIsTheOneFarthestFromThoseBefore(int size) {
    int count = Math.min(size, 300);
    for (PointCloud cloud : new PointCloud[] {Clouds.random(size, 4), scan(size)}) {
      int[] chosen = FarthestPoints.choose(cloud, count, new SplittableRandom(1));

      assertThat(chosen).hasSize(count).doesNotHaveDuplicates();
      assertEachIsTheFarthest(cloud, chosen);
    }
  }

  @Test
  void ofLargeCloudsNoPartIsLeftOut() {
    PointCloud large = scan(200_000);

    int[] chosen = FarthestPoints.choose(large, 400, new SplittableRandom(1));

    assertThat(chosen).doesNotHaveDuplicates().contains(0);
    assertEachIsTheFarthest(large, chosen);
  }

  @Test
  void allPointsMayBeTaken() {
    int[] chosen = FarthestPoints.choose(scan(100), 100, new SplittableRandom(1));

    assertThat(chosen).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
  }

  @Test
  void pointsThatCoincideAreStillDifferentPoints() {
    PointCloud one = PointCloud.of(new double[3000]);

    assertThat(FarthestPoints.choose(one, 700, new SplittableRandom(1)))
        .hasSize(700)
        .doesNotHaveDuplicates();
  }

  @Test
  void theGeneratorChoosesTheFirst() {
    PointCloud cloud = Clouds.random(500, 4);

    assertThat(FarthestPoints.choose(cloud, 5, new SplittableRandom(1)))
        .isNotEqualTo(FarthestPoints.choose(cloud, 5, new SplittableRandom(2)));
  }
}
