package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueSource;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Points in memory are held to what files are held to. */
class PointValuesTest {
  private static final PointCloudConfig CONFIG = PointCloudConfig.defaults();
  private static final PointCloudReader READER = new PointCloudReader(CONFIG);

  private static PointCloud read(Object points, PointCloudReader reader) throws IOException {
    return new ValueSource("a", points).readBy(reader);
  }

  @Test
  void coordinatesAndCloudsAreTaken() throws IOException {
    double[] coordinates = {0, 1, 2, 3, 4, 5};
    PointCloud cloud = read(coordinates, READER);
    assertThat(cloud.size()).isEqualTo(2);
    assertThat(cloud.coordinates()).containsExactly(coordinates).isNotSameAs(coordinates);
    assertThat(read(cloud, READER)).isSameAs(cloud);
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheReason() {
    assertThatThrownBy(() -> read(new double[4], READER))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a: has 4 coordinates; allowed: three for each point");
    assertThatThrownBy(() -> read(new double[] {0, Double.NaN, 1}, READER))
        .hasMessageContaining("a coordinate of NaN");
    PointCloudReader strict = new PointCloudReader(CONFIG.with(c -> c.maxPoints = 1));
    assertThatThrownBy(() -> read(new double[6], strict))
        .hasMessageContaining("has 2 points; allowed: up to 1");
    PointCloudReader normals = new PointCloudReader(CONFIG.withChannels(Channel.values()[0]));
    assertThatThrownBy(() -> read(new double[6], normals))
        .hasMessageContaining("its points carry [];");
  }
}
