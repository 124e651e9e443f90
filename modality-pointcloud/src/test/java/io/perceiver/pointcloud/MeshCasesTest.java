package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the files of meshes and points that lie beside the project, one for each kind of fault. */
class MeshCasesTest {

  private static PointCloud read(String name, Channel... channels) throws IOException {
    Path folder =
        Path.of(
            System.getProperty("perceiver.data", "../shared/data"), "..", "cases", "pointcloud");
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is absent");
    return Reading.read(name, Files.readAllBytes(file), channels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "off_allone.off",
        "off_split_faces.off",
        "off_comments.off",
        "off_vcolour_noC.off",
        "ply_tristrips.ply"
      })
  void boxesHaveTheirArea(String name) throws IOException {
    PointCloud box = read(name);

    assertThat(box.size()).isEqualTo(8);
    assertThat(box.triangles()).hasSize(3 * 12);
    assertThat(Surface.area(box)).isEqualTo(10);
    // every side faces the same way, be it inwards or outwards
    assertThat(Math.abs(Surface.volume(box))).isCloseTo(2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"off_concave.off, 10", "x.obj, 0.5", "x.stl, 0.5"})
  void otherMeshesHaveTheirArea(String name, double area) throws IOException {
    assertThat(Surface.area(read(name))).isEqualTo(area);
  }

  @Test
  void verticesHaveTheirColour() throws IOException {
    assertThat(read("off_vcolour_noC.off", Channel.COLOUR).channel(Channel.COLOUR))
        .startsWith(1, -1, 1)
        .endsWith(1, -1, 1);
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(read("p_bom.pcd").size()).isEqualTo(8);
  }

  @Test
  void aPointBeyondTheNumberInTheHeaderIsRefused() {
    assertThatThrownBy(() -> read("p_pointsmismatch.pcd"))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("line 19: its header says 7 points, but another line of numbers");
  }
}
