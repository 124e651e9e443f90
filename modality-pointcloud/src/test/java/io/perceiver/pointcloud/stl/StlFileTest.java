package io.perceiver.pointcloud.stl;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StlFileTest {
  private static final PointCloud MESH = Clouds.tetrahedron();
  private static final String TEXT = StlBytes.text(MESH, "a tetrahedron");

  /** The tetrahedron with its points in the order in which the triangles name them. */
  private static void assertTetrahedron(PointCloud read) {
    assertThat(read.coordinates()).containsExactly(0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1);
    assertThat(read.triangles()).containsExactly(0, 1, 2, 0, 2, 3, 0, 3, 1, 2, 1, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"made by a test", "", "solid", "solid facet normal", "COLOR=abcd"})
  void binaryFilesMayBeginWithAnything(String header) throws UnreadableExampleException {
    assertTetrahedron(read("a.stl", StlBytes.binary(MESH, header)));
    assertTetrahedron(read("A.STL", StlBytes.binary(MESH, header)));
  }

  @Test
  void textIsToldByItsWords() throws UnreadableExampleException {
    assertTetrahedron(read("mesh", TEXT));
    assertTetrahedron(read("a.stl", TEXT.replace("\n", "\r\n")));
    assertTetrahedron(read("a.stl", TEXT.toUpperCase(java.util.Locale.ROOT)));
    assertTetrahedron(read("a.stl", TEXT.replace("a tetrahedron", "")));
    assertTetrahedron(read("a.stl", TEXT.replaceAll("\\s+", " ")));
    assertTetrahedron(read("a.stl", TEXT.replace("normal 0 0 1", "normal -nan(ind) 0 0")));
    assertTetrahedron(read("a.stl", TEXT.replace("a tetrahedron", "x".repeat(2000))));
  }

  @Test
  void severalSolidsAreOneMesh() throws UnreadableExampleException {
    PointCloud twice = read("a.stl", TEXT + TEXT.replace("vertex 0.0", "vertex 5.0"));

    assertThat(twice.triangles()).hasSize(24);
  }

  @Test
  void normalsFollowFromTheSurfaceAndColoursAreNotThere() throws UnreadableExampleException {
    assertThat(read("a.stl", TEXT, Channel.NORMALS).isMesh()).isTrue();
    assertRefused("a.stl", TEXT, Channel.COLOUR).hasMessageContaining("has no colour");
  }

  @Test
  void binaryFilesAreRefusedWhereverTheyAreCut() {
    assertRefusedWhereverCut("a.stl", StlBytes.binary(MESH, "solid"));
    assertRefusedWhereverCut("a.stl", StlBytes.binary(MESH, "made by a test"));
  }

  @Test
  void binarySizesAreCompared() {
    byte[] bytes = StlBytes.binary(MESH, "");

    assertRefused("a.stl", Arrays.copyOf(bytes, 234))
        .hasMessage(
            "a.stl: cut short, or not an STL file: its header says 4 triangles, which take 284"
                + " bytes, but it has 234");
    assertRefused("a.stl", Arrays.copyOf(bytes, 285))
        .hasMessage("a.stl: its header says 4 triangles, which take 284 bytes, but it has 285");
    assertRefused("a.stl", StlBytes.binary(PointCloud.of(new double[3]), "none"))
        .hasMessageContaining("0 triangles; allowed: 1 or more");
  }

  @Test
  void textIsRefusedWhereverALineIsMissingAtItsEnd() {
    String[] lines = TEXT.split("(?<=\n)");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length - 1; i++) {
      text.append(lines[i]);
      assertRefused("a.stl", text.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facet normal | face normal | line 2: 'face' where facet or endsolid is expected",
        "outer loop | outer | line 4: 'vertex' where loop is expected",
        "endloop | vertex 1 2 3 | line 7: 'vertex' where endloop is expected",
        "1.0 0.0 0.0 | 1.0 0.0 | 'endloop' is not a number",
        "1.0 0.0 0.0 | 1.0 0.0 x | 'x' is not a number",
        "endsolid | the end | 'the' where facet or endsolid is expected",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.stl", TEXT.replaceFirst(good, bad)).hasMessageContaining(reason);
  }

  @Test
  void whatFollowsTheLastSolidIsRefused() {
    assertRefused("a.stl", TEXT + "more")
        .hasMessageContaining("line 31: 'more' where solid is expected");
    assertRefused("a.stl", "solid a\nendsolid a\n").hasMessageContaining("has no facets");
  }

  @Test
  void pointsAreBounded() {
    for (byte[] file : new byte[][] {TEXT.getBytes(ISO_8859_1), StlBytes.binary(MESH, "")}) {
      assertThatThrownBy(
              () -> read("a.stl", file, new ReadOptions(Set.of(), 3, InvalidPoints.DROP)))
          .hasMessageContaining("has more than the 3 points allowed; raise maxPoints");
    }
  }

  @Test
  void theStartOfAFileSuffices() {
    byte[] binary = Arrays.copyOf(StlBytes.binary(MESH, "solid"), 200);
    byte[] text = Arrays.copyOf(TEXT.getBytes(ISO_8859_1), 200);

    assertThat(StlFile.matches(new FileBytes("a.stl", binary))).isTrue();
    assertThat(StlFile.matches(new FileBytes("a", text))).isTrue();
    assertThat(StlFile.matches(new FileBytes("a", binary))).isFalse();
    assertThat(StlFile.matches(page())).isFalse();
  }

  private static FileBytes page() {
    return new FileBytes("a.stl", "<!DOCTYPE html><html>404".getBytes(ISO_8859_1));
  }
}
