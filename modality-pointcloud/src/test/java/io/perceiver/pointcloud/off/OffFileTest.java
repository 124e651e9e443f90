package io.perceiver.pointcloud.off;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Surface;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffFileTest {
  private static final String SQUARE =
      """
      OFF
      4 2 0
      0 0 0
      1 0 0
      # a comment

      1 1 0
      0 1 0
      3 0 1 2
      3 0 2 3 255 0 0
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OFF\n4 2 0",
        "OFF4 2 0",
        "OFF 4 2 0",
        "OFF\n4 2",
        "4 2 0",
        "off\n4 2 0",
        "# made\nOFF\n4\n2 0"
      })
  void everyHeaderGivesPointsAndFaces(String header) throws UnreadableExampleException {
    PointCloud mesh = read("a.off", SQUARE.replace("OFF\n4 2 0", header));

    assertThat(mesh.coordinates()).containsExactly(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 0, 2, 3);
  }

  @Test
  void normalsAndColoursFollowTheCoordinates() throws UnreadableExampleException {
    String file = "CNOFF\n1 0 0\n1 2 3 0 0 2 255 0 51 255\n";

    PointCloud cloud = read("a.off", file, Channel.NORMALS, Channel.COLOUR);

    assertThat(cloud.channel(Channel.NORMALS)).containsExactly(0, 0, 1);
    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(1, -1, -0.6f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COFF\n1 0 0\n1 2 3 255 0 0 255",
        "STOFF\n1 0 0\n1 2 3 0.5 0.5",
        "OFF\n1 0 0\n1 2 3 # 4 5"
      })
  void opacityTexturesAndCommentsMayFollowAVertex(String file) throws UnreadableExampleException {
    assertThat(read("a.off", file).coordinates()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOFF\n1 0 0\n1 2 3 0 0 1 1",
        "COFF\n1 0 0\n1 2 3 255 0 0 255 1",
        "STOFF\n1 0 0\n1 2 3 0.5 0.5 1"
      })
  void nothingElseMayFollowAVertex(String file) {
    assertRefused("a.off", file)
        .hasMessageContaining("line 3: its header says 1 vertices and 0 faces, but it goes on");
  }

  @Test
  void coloursUpToOneAreFractions() throws UnreadableExampleException {
    PointCloud cloud = read("a.off", "COFF\n1 0 0\n1 2 3 1 0.5 0 1\n", Channel.COLOUR);

    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(1, 0, -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OFF | NCOFF | line 1: 'NCOFF' is not read; allowed: OFF after ST, C, N, 4 and n",
        "OFF | nOFF 4 | line 1: vertices of '4' dimensions; only those of 3 are read",
        "OFF | OFF BINARY | line 1: binary OFF is not read",
        "4 2 0 | 4 x 0 | line 2: 'x' is not a number of vertices or faces",
        "4 2 0 | 4 -2 0 | line 2: '-2' is not a number of vertices or faces",
        "4 2 0 | 400000 2 0 | 400000 points, more than the 10000 allowed",
        "4 2 0 | 4000 2 0 | cut short: its header says 4000 points",
        "4 2 0 | 4 999999999999 0 | cut short: its header says 999999999999 faces",
        "4 2 0 | 4 3 0 | cut short: its header says 3 faces, but it holds 2",
        "3 0 1 2 | 3 0 1 4 | face 1 names point 4; allowed: 0 to 3",
        "3 0 1 2 | 3 0 1 -1 | face 1 names point -1; allowed: 0 to 3",
        "3 0 1 2 | 1e300 0 1 2 | face 1 names point 255; allowed: 0 to 3",
        "4 2 0 | 4 1 0 | line 10: its header says 4 vertices and 1 faces, but it goes on with '3'",
        "4 2 0 | 3 2 0 | line 8: 2 numbers after the corners of a face",
        "3 0 1 2 | 3 0 1 2 7 7 | line 9: 2 numbers after the corners of a face",
        "3 0 1 2 | 3 0 1 2 7 7 7 7 7 | line 9: 5 numbers after the corners of a face",
        "3 0 1 2 | 3 0 1 2 red | line 9: 'red' is not a number",
        "3 0 1 2 | nan 0 1 2 | line 9: a face of NaN corners",
        "1 1 0 | 1 1 0 9 | line 7: not the 3 numbers of a vertex, as other lines",
        "1 1 0 | 1 1 | line 7: not the 3 numbers of a vertex, as other lines",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.off", SQUARE.replace(good, bad)).hasMessageContaining(reason);
  }

  /** A box of 1 by 1 by 2: 8 vertices and 6 faces of 4 corners. */
  private static final String VERTICES =
      "0 0 0 | 0 0 2 | 0 1 0 | 0 1 2 | 1 0 0 | 1 0 2 | 1 1 0 | 1 1 2 | ";

  private static final String FACES =
      "4 0 1 3 2 | 4 4 6 7 5 | 4 0 4 5 1 | 4 2 3 7 6 | 4 0 2 6 4 | 4 1 5 7 3 |";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one line for each; LF; LF",
        "lines as on Windows; CRLF; CRLF",
        "lines as on old Macs; CR; CR",
        "all on one line; ' '; ' '",
        "all vertices on lines, and all faces on one; LF; ' '",
        "comments after every part; ' # 1 2LF'; ' # 3 4LF'",
        "comments and empty lines between; 'LF#LFLF'; '#LF LF'",
        "faces of one colour index; LF; ' 3LF'",
        "faces of three numbers; LF; ' 0.5 0.5 1LF'",
        "faces of four numbers; LF; ' 1 2 3 255LF'",
      })
  void wordsMayBeArrangedAsGeomviewAllows(String name, String afterVertex, String afterFace)
      throws UnreadableExampleException {
    String after = withLineEnds(afterVertex);
    String file =
        "OFF"
            + after
            + "8 6 12"
            + after
            + VERTICES.replace(" | ", after)
            + FACES.replace(" |", withLineEnds(afterFace));

    PointCloud box = read("a.off", file);

    assertThat(box.size()).isEqualTo(8);
    assertThat(Surface.area(box)).as(name).isEqualTo(10);
  }

  private static String withLineEnds(String text) {
    return text.replace("CR", "\r").replace("LF", "\n");
  }

  @Test
  void facesAndVerticesMaySpanLines() throws UnreadableExampleException {
    String file =
        "OFF\n8\n6\n12\n"
            + VERTICES.replace(" | ", "\n").replaceAll("(\\d) (\\d) ", "$1\n$2 ")
            + FACES.replace(" |", "\n").replace("4 0", "4\n\n0").replace("7 ", "7\n");

    assertThat(Surface.area(read("a.off", file))).isEqualTo(10);
  }

  @Test
  void severalVerticesMayShareALineThatLooksLikeOneWithAColour() throws UnreadableExampleException {
    // as many lines of six words as vertices, but four of them are pentagons
    String file = "OFF\n6 4 0\n0 0 0 1 0 0\n2 1 0 1 2 0\n0 1 0 9 9 9\n" + "5 0 1 2 3 4\n".repeat(4);

    PointCloud mesh = read("a.off", file);

    assertThat(mesh.coordinates()).endsWith(9, 9, 9);
    assertThat(Surface.area(mesh)).isEqualTo(4 * 2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 255 0 51", " 255 0 51 255"})
  void coloursUnderPlainOffAreTakenWhereEveryVertexHasThem(String colour)
      throws UnreadableExampleException {
    String file =
        "OFF\n8 6 12\n" + VERTICES.replace(" | ", colour + "\n") + FACES.replace(" |", "\n");

    PointCloud box = read("a.off", file, Channel.COLOUR);

    assertThat(Surface.area(box)).isEqualTo(10);
    assertThat(box.channel(Channel.COLOUR)).startsWith(1, -1, -0.6f).endsWith(1, -1, -0.6f);
    assertThat(read("a.off", file).coordinates()).isEqualTo(box.coordinates());
  }

  @ParameterizedTest
  @CsvSource({"' 0 -1 0', may be normals", "' 300 0 0', are not all from 0 to 255"})
  void numbersUnderPlainOffThatMayBeNoColoursAreRefusedAsSuch(String numbers, String reason) {
    String file =
        "OFF\n8 6 12\n" + VERTICES.replace(" | ", numbers + "\n") + FACES.replace(" |", "\n");

    assertRefused("a.off", file, Channel.COLOUR)
        .hasMessageContaining(reason + "; begin the file with COFF if they are colours");
  }

  @Test
  void aFourthCoordinateDividesTheOthers() throws UnreadableExampleException {
    assertThat(read("a.off", "4OFF\n1 0 0\n2 4 6 2").coordinates()).containsExactly(1, 2, 3);
    assertThat(read("a.off", "nOFF 3\n1 0 0\n2 4 6").coordinates()).containsExactly(2, 4, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " "})
  void coloursMayLackTheirOpacity(String after) throws UnreadableExampleException {
    for (String opacity : new String[] {"", " 255"}) {
      String file =
          "COFF\n8 6 12\n"
              + VERTICES.replace(" | ", " 255 0 51" + opacity + after)
              + FACES.replace(" |", "\n");

      PointCloud box = read("a.off", file, Channel.COLOUR);

      assertThat(Surface.area(box)).isEqualTo(10);
      assertThat(box.channel(Channel.COLOUR)).endsWith(1, -1, -0.6f);
    }
  }

  @Test
  void concaveFacesAreCoveredOnce() throws UnreadableExampleException {
    String file = "OFF\n5 1 0\n0 0 0\n4 0 0\n4 4 0\n2 1 0\n0 4 0\n5 0 1 2 3 4\n";

    assertThat(Surface.area(read("a.off", file))).isEqualTo(10);
  }

  @Test
  void isRefusedWhereverALineIsMissing() {
    String[] lines = SQUARE.split("(?<=\n)");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length - 1; i++) {
      text.append(lines[i]);
      assertRefused("a.off", text.toString());
    }
  }
}
