package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.pointcloud.augment.AugmentationConfig;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.hdf5.H5Config;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.sampling.PointCount;
import io.perceiver.pointcloud.sampling.Sampling;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointCloudConfigTest {

  @Test
  void defaultsAre1024PointsInTheUnitCube() {
    assertThat(PointCloudConfig.defaults())
        .isEqualTo(
            new PointCloudConfig(
                1024,
                PointCount.FIXED,
                Sampling.RANDOM,
                0,
                List.of(),
                List.of(),
                "",
                Normalisation.CUBE,
                Centre.MEAN,
                InvalidPoints.DROP,
                5_000_000,
                AugmentationConfig.none()));
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    assertThatThrownBy(
            () ->
                new PointCloudConfig(
                    0,
                    PointCount.FIXED,
                    Sampling.RANDOM,
                    0,
                    List.of(Channel.COLOUR, Channel.COLOUR),
                    List.of(),
                    "",
                    Normalisation.CUBE,
                    Centre.MEAN,
                    InvalidPoints.DROP,
                    0,
                    AugmentationConfig.none()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("points: 0 is not allowed; allowed: 1 to 1000000")
        .hasMessageContaining(
            "channels: [colour, colour] is not allowed; allowed: each of normals, colour, intensity"
                + " once")
        .hasMessageContaining("maxPoints: 0 is not allowed; allowed: 1 to 50000000");
  }

  @Test
  void columnsAreKnownNamesOfWhichCoordinatesAreThree() {
    PointCloudConfig defaults = PointCloudConfig.defaults();
    assertThatThrownBy(() -> defaults.withColumns("x", "y", "z", "red", "speed"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "columns: [speed] is not allowed; allowed: x, y, z, nx, ny, nz, red, green, blue, rgb,"
                + " intensity, and _ for a column to skip");
    assertThatThrownBy(() -> defaults.withColumns("x", "y", "_"))
        .hasMessageContaining(
            "columns: [x, y, _] is not allowed; allowed: x, y and z, and each name but _ once");
    assertThatThrownBy(() -> defaults.withColumns("x", "y", "z", "r", "red"))
        .hasMessageContaining("each name but _ once");
    assertThat(defaults.withColumns("_", "x", "_", "y", "z", "nx").columns()).hasSize(6);
  }

  @Test
  void labelsOfHdf5FilesAreNamedOnce() {
    assertThatThrownBy(() -> new H5Config("", " ", List.of("a", "a")))
        .hasMessageContaining("label: ' ' is not allowed; allowed: a column name")
        .hasMessageContaining("labels: [a, a] is not allowed; allowed: each name once");
  }
}
