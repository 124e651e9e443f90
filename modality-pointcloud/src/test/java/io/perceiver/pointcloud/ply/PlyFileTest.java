package io.perceiver.pointcloud.ply;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlyFileTest {
  private static final PointCloud CLOUD = Clouds.full(30, 2);

  private static final String SQUARE =
      """
      ply
      format ascii 1.0
      element vertex 4
      property float x
      property float y
      property float z
      element face 1
      property list uchar int vertex_indices
      end_header
      0 0 0
      1 0 0
      1 1 0
      0 1 0
      4 0 1 2 3
      """;

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "binary_little_endian", "binary_big_endian"})
  void everyFormGivesItsPointsChannelsAndFaces(String format) throws UnreadableExampleException {
    byte[] file = PlyBytes.of(CLOUD, format, new int[] {0, 1, 2}, new int[] {9, 3, 4, 5, 6});

    PointCloud mesh = read("a.ply", file, Channel.values());

    assertThat(mesh.coordinates()).isEqualTo(CLOUD.coordinates());
    for (Channel channel : Channel.values()) {
      assertThat(mesh.channel(channel)).as(channel.toString()).isEqualTo(CLOUD.channel(channel));
    }
    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 9, 3, 4, 9, 4, 5, 9, 5, 6);
  }

  @Test
  void withoutFacesItIsACloud() throws UnreadableExampleException {
    assertThat(read("a.ply", PlyBytes.of(CLOUD, "ascii")).isMesh()).isFalse();
  }

  @Test
  void linesMayEndAsOnWindows() throws UnreadableExampleException {
    assertThat(read("a.ply", SQUARE.replace("\n", "\r\n"))).isEqualTo(read("a.ply", SQUARE));
  }

  @Test
  void emptyLinesMayFollow() throws UnreadableExampleException {
    assertThat(read("a.ply", SQUARE + "\n \n")).isEqualTo(read("a.ply", SQUARE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary_little_endian", "binary_big_endian"})
  void binaryFormsAreRefusedWhereverTheyAreCut(String format) {
    PointCloud few = Clouds.full(3, 1);

    assertRefusedWhereverCut("a.ply", PlyBytes.of(few, format, new int[] {0, 1, 2}));
  }

  @Test
  void facesWithoutAreaLeaveTheirPoints() throws UnreadableExampleException {
    String flat = SQUARE.replace("4 0 1 2 3", "4 0 1 0 1");

    assertThat(read("a.ply", flat).isMesh()).isFalse();
    assertThat(read("a.ply", flat).size()).isEqualTo(4);
  }

  @Test
  void facesWithAnInvalidCornerAreLeftOut() throws UnreadableExampleException {
    PointCloud mesh = read("a.ply", SQUARE.replace("1 0 0", "1 nan 0"));

    assertThat(mesh.size()).isEqualTo(3);
    assertThat(mesh.triangles()).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vertex 4 | vertex 1099511627776 | 1099511627776 points, more than the 10000 allowed",
        "vertex 4 | vertex 9000 | cut short: its header says 9000 points of at least 3 bytes",
        "vertex 4 | vertex 0 | 0 points; allowed: 1 or more",
        "vertex 4 | vertex -4 | line 3: element vertex has the count -4.0",
        "vertex 4 | vertex 4.5 | line 3: element vertex has the count 4.5",
        "vertex 4 | vertex x | line 3: 'x' is not a number",
        "vertex 4 | corner 4 | no element vertex",
        "face 1 | vertex 1 | 2 elements called vertex",
        "face 1 | face 1099511627776 | cut short: its header says 1099511627776 items of face",
        "4 0 1 2 3 | 4 0 1 2 4 | face 1 names point 4; allowed: 0 to 3",
        "4 0 1 2 3 | 4 0 1 2 -1 | face 1 names point -1; allowed: 0 to 3",
        "4 0 1 2 3 | 4 0 1 2 1.5 | face 1 names point 1.5; allowed: 0 to 3",
        "4 0 1 2 3 | 4 0 1 2 | line 14: the file is cut short",
        "4 0 1 2 3 | 4 0 1 2 3 0 | line 14: more numbers than the elements of its header have",
        "0 1 0 | 0 1 0 3 0 1 2 | line 14: more numbers than the elements of its header have",
        "4 0 1 2 3 | 255 0 1 2 3 | a list 'vertex_indices' of length 255.0",
        "4 0 1 2 3 | nan 0 1 2 3 | a list 'vertex_indices' of length NaN",
        "4 0 1 2 3 | -1 0 1 2 3 | a list 'vertex_indices' of length -1.0",
        "property float z | property float w | has no z among [x, y, w]",
        "property float z | property list uchar float z | has no z among [x, y, z]",
        "property float z | property half z | line 6: type 'half' is not allowed",
        "list uchar int | list float int | line 8: a list's length cannot be",
        "ascii | text | line 2: format 'text' is not allowed; allowed: ascii, binary_little_endian",
        "end_header | the_end | line 9: 'the_end' is no entry of a PLY header",
        "format ascii 1.0 | comment | its PLY header has no format",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.ply", SQUARE.replace(good, bad)).hasMessageContaining(reason);
  }

  @Test
  void anElementWithoutPropertiesCostsNothing() throws UnreadableExampleException {
    String empty = SQUARE.replace("element face", "element nothing 1099511627776\nelement face");

    assertThat(read("a.ply", empty)).isEqualTo(read("a.ply", SQUARE));
  }

  @Test
  void theSurfaceStandsInForMissingNormals() throws UnreadableExampleException {
    assertThat(read("a.ply", SQUARE, Channel.NORMALS).isMesh()).isTrue();
    assertRefused("a.ply", SQUARE, Channel.NORMALS, Channel.COLOUR)
        .hasMessageContaining("has no colour, which");
  }
}
