package io.perceiver.pointcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.pointcloud.Clouds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointCloudTest {

  @Test
  void trianglesWithoutAreaAreLeftOut() {
    PointCloud mesh =
        PointCloud.mesh(
            new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0},
            Map.of(),
            new int[] {0, 1, 2, 0, 1, 3, 1, 1, 3});

    assertThat(mesh.triangles()).containsExactly(0, 1, 3);
  }

  @Test
  void trianglesAreCopiedOnlyWhereSomeAreLeftOut() {
    double[] square = {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0};
    int[] all = {0, 1, 2, 0, 2, 3};
    int[] some = {0, 1, 0, 0, 2, 3};

    assertThat(PointCloud.mesh(square, Map.of(), all).triangles()).isSameAs(all);
    assertThat(PointCloud.mesh(square, Map.of(), some).triangles()).containsExactly(0, 2, 3);
    assertThat(some).containsExactly(0, 1, 0, 0, 2, 3);
  }

  @Test
  void selectionTakesChannelsAlong() {
    PointCloud cloud = Clouds.full(5, 1);
    PointCloud chosen = cloud.select(new int[] {4, 4, 0});

    assertThat(chosen.size()).isEqualTo(3);
    assertThat(chosen.coordinates()[3]).isEqualTo(cloud.coordinates()[12]);
    assertThat(chosen.channel(Channel.INTENSITY))
        .containsExactly(
            cloud.channel(Channel.INTENSITY)[4],
            cloud.channel(Channel.INTENSITY)[4],
            cloud.channel(Channel.INTENSITY)[0]);
  }

  @Test
  void sizesMustFit() {
    assertThatThrownBy(() -> PointCloud.of(new double[0]))
        .hasMessage("0 coordinates; expected three for each of 1 or more points");
    assertThatThrownBy(() -> PointCloud.of(new double[4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PointCloud.of(new double[6], Map.of(Channel.INTENSITY, new float[3])))
        .hasMessage("3 values of intensity for 2 points");
    assertThatThrownBy(() -> PointCloud.mesh(new double[6], Map.of(), new int[] {0, 1, 2}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
