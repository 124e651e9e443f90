package io.perceiver.pointcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalisationTest {
  // the mean is (2, 1, 10), the middle of the bounds (3, 1, 10)
  private static final double[] POINTS = {0, 1, 10, 0, 0, 10, 6, 2, 10};

  private static double[] normalised(Normalisation normalise, Centre centre, double... points) {
    double[] coordinates = points.clone();
    normalise.apply(coordinates, centre);
    return coordinates;
  }

  @Test
  void theLargestCoordinateOfACubeIsOne() {
    assertThat(normalised(Normalisation.CUBE, Centre.MEAN, POINTS))
        .containsExactly(-0.5, 0, 0, -0.5, -0.25, 0, 1, 0.25, 0);
    assertThat(normalised(Normalisation.CUBE, Centre.BOUNDS, POINTS))
        .containsExactly(-1, 0, 0, -1, -1 / 3.0, 0, 1, 1 / 3.0, 0);
  }

  @Test
  void theLargestDistanceInASphereIsOne() {
    double radius = Math.sqrt(17);
    double[] sphere = normalised(Normalisation.SPHERE, Centre.MEAN, POINTS);

    assertThat(sphere[6]).isCloseTo(4 / radius, offset(1e-15));
    assertThat(sphere[7]).isCloseTo(1 / radius, offset(1e-15));
    assertThat(sphere[0]).isCloseTo(-2 / radius, offset(1e-15));
  }

  @Test
  void noneLeavesThemAsTheyAre() {
    assertThat(normalised(Normalisation.NONE, Centre.MEAN, POINTS)).isEqualTo(POINTS);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUBE", "SPHERE"})
  void pointsThatAreOneComeToLieAtTheOrigin(Normalisation normalise) {
    assertThat(normalised(normalise, Centre.MEAN, 7, 8, 9)).containsOnly(0);
    assertThat(normalised(normalise, Centre.BOUNDS, 7, 8, 9, 7, 8, 9)).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUBE", "SPHERE"})
  void anySizeIsBroughtToOne(Normalisation normalise) {
    for (double size : new double[] {1e-300, 1e-30, 1e30, Float.MAX_VALUE}) {
      double[] points = normalised(normalise, Centre.MEAN, -size, 0, 0, size, 0, 0);
      assertThat(points).as("size " + size).containsExactly(-1, 0, 0, 1, 0, 0);
    }
  }
}
