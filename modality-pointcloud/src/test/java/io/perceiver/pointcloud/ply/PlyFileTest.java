package io.perceiver.pointcloud.ply;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.Surface;
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
  void allNumbersMayStandOnOneLine() throws UnreadableExampleException {
    int body = SQUARE.indexOf("end_header\n") + "end_header\n".length();
    String line = SQUARE.substring(body).replace('\n', ' ');

    assertThat(read("a.ply", SQUARE.substring(0, body) + line)).isEqualTo(read("a.ply", SQUARE));
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
        "vertex 4 | vertex -4 | line 3: element vertex has the count '-4'; allowed: 0 or more",
        "vertex 4 | vertex 4.5 | line 3: element vertex has the count '4.5'",
        "vertex 4 | vertex x | line 3: element vertex has the count 'x'",
        "vertex 4 | corner 4 | no element vertex",
        "face 1 | vertex 1 | 2 elements called vertex",
        "face 1 | face 1099511627776 | cut short: its header says 1099511627776 items of face",
        "4 0 1 2 3 | 4 0 1 2 4 | face 1 names point 4; allowed: 0 to 3",
        "4 0 1 2 3 | 4 0 1 2 -1 | face 1 names point -1; allowed: 0 to 3",
        "4 0 1 2 3 | 4 0 1 2 1.5 | line 14: 'vertex_indices' is 1.5, which its type INT32 cannot hold",
        "4 0 1 2 3 | 4 0 1 2 | line 15: the file is cut short",
        "4 0 1 2 3 | 4 0 1 2 3 0 | line 14: more numbers than the elements of its header have",
        "4 0 1 2 3 | 255 0 1 2 3 | a list 'vertex_indices' of length 255.0",
        "4 0 1 2 3 | nan 0 1 2 3 | 'vertex_indices' is NaN, which its type UINT8 cannot hold",
        "4 0 1 2 3 | -1 0 1 2 3 | 'vertex_indices' is -1.0, which its type UINT8 cannot hold",
        "property float z | property float w | has no z among [x, y, w]",
        "property float z | property list uchar float z | has no z among [x, y, z]",
        "property float z | property half z | line 6: type 'half' is not allowed",
        "list uchar int | list float int | line 8: a list's length cannot be",
        "ascii | text | line 2: format 'text' is not allowed; allowed: ascii, binary_little_endian",
        "end_header | the_end | line 9: 'the_end' is not an entry of a PLY header",
        "1 0 0 | 1 0 | line 14: the element face begins within the line; above it are more or fewer",
        "0 1 0 | 0 1 0 3 0 1 2 | line 13: the element face begins within the line",
        "format ascii 1.0 | comment | its PLY header has no format",
        "ascii 1.0 | ascii 2.0 | line 2: version '2.0' is not read; allowed: 1.0",
        "property float x | property float x y | line 4: 'y' after the end of an entry",
        "property float x | property float | line 4: a property without a name",
        "int vertex_indices | float corners | face has 0 lists that may be its corners among",
        "list uchar int vertex_indices | int a | face has 0 lists that may be its corners among [a]",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.ply", SQUARE.replace(good, bad)).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vertex_index", "corners"})
  void cornersMayBeCalledOtherwise(String name) throws UnreadableExampleException {
    assertThat(read("a.ply", SQUARE.replace("vertex_indices", name)))
        .isEqualTo(read("a.ply", SQUARE));
  }

  @Test
  void ofSeveralListsOneMustHaveAUsualName() {
    String two =
        SQUARE.replace(
            "list uchar int vertex_indices", "list uchar int a\nproperty list uchar int b");

    assertRefused("a.ply", two)
        .hasMessageContaining("face has 2 lists that may be its corners among [a, b]");
  }

  @Test
  void concaveFacesAreCoveredOnce() throws UnreadableExampleException {
    String dart = SQUARE.replace("1 1 0", "0.25 0.25 0");

    assertThat(Surface.area(read("a.ply", dart))).isEqualTo(0.25);
  }

  @Test
  void aByteOrderMarkAndLinesOfOldMacsAreAllowed() throws UnreadableExampleException {
    assertThat(read("a.ply", "\u00ef\u00bb\u00bf" + SQUARE)).isEqualTo(read("a.ply", SQUARE));
    assertThat(read("a.ply", SQUARE.replace("\n", "\r"))).isEqualTo(read("a.ply", SQUARE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void binaryDataBeginRightAfterTheLineEndOfTheHeader(String lineEnd)
      throws UnreadableExampleException {
    String header =
        "ply\nformat binary_little_endian 1.0\nelement vertex 2\n"
            + "property char x\nproperty char y\nproperty char z\nend_header\n";
    // 10 and 13 look like line ends
    String file = header.replace("\n", lineEnd) + "\n\r\n\r\n\r";

    assertThat(read("a.ply", file).coordinates()).containsExactly(10, 13, 10, 13, 10, 13);
    assertThat(read("a.ply", file + "\n").size()).isEqualTo(2);
    assertRefused("a.ply", file + "\0\0\0")
        .hasMessageContaining("the items of its elements, which end at byte")
        .hasMessageContaining("but 3 more bytes follow");
  }

  /** The corners of a box of 1 by 1 by 2, z first, and these strips between them. */
  private static String strips(String... strips) {
    return """
        ply
        format ascii 1.0
        element vertex 8
        property float x
        property float y
        property float z
        element tristrips %d
        property list int int vertex_indices
        end_header
        0 0 0  0 0 2  0 1 0  0 1 2  1 0 0  1 0 2  1 1 0  1 1 2
        %s
        """
        .formatted(strips.length, String.join("\n", strips));
  }

  @Test
  void everySecondTriangleOfAStripIsTurnedAndMinusOneBeginsAnother()
      throws UnreadableExampleException {
    // of two equal corners there is no triangle, but they count
    PointCloud mesh = read("a.ply", strips("11 0 1 2 3 -1 3 2 4 4 5 6", "3 7 6 5"));

    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 2, 1, 3, 3, 2, 4, 5, 4, 6, 7, 6, 5);
    assertThat(
            read(
                "a.ply",
                strips("11 0 1 2 3 4294967295 3 2 4 4 5 6", "3 7 6 5")
                    .replace("list int int", "list int uint")))
        .isEqualTo(mesh);
  }

  @Test
  void stripsCoverASurfaceThatFacesOutwards() throws UnreadableExampleException {
    PointCloud box =
        read(
            "a.ply",
            strips("14 0 1 2 3 -1 4 6 5 7 -1 0 4 1 5", "14 2 3 6 7 -1 0 2 4 6 -1 1 5 3 7"));

    assertThat(Surface.area(box)).isEqualTo(10);
    assertThat(Surface.volume(box)).isEqualTo(2);
  }

  @Test
  void stripsNamePointsThatAreThere() {
    assertRefused("a.ply", strips("3 0 1 8"))
        .hasMessageContaining("names point 8; allowed: 0 to 7");
    assertRefused("a.ply", strips("1 8")).hasMessageContaining("names point 8");
    assertRefused("a.ply", strips("3 0 1 -2")).hasMessageContaining("names point -2");
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
