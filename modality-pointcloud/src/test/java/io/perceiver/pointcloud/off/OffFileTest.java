package io.perceiver.pointcloud.off;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
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
  @ValueSource(strings = {"OFF\n4 2 0", "OFF4 2 0", "OFF 4 2 0", "OFF\n4 2", "# made\nOFF\n4\n2 0"})
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
    assertRefused("a.off", file).hasMessageContaining("line 3: more than the ");
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
        "OFF | 4OFF | line 1: '4OFF' is not read; allowed: OFF, COFF, NOFF, CNOFF",
        "OFF | OFF BINARY | line 1: binary OFF is not read",
        "4 2 0 | 4 x 0 | line 2: 'x' is not a number of vertices or faces",
        "4 2 0 | 4 -2 0 | line 2: '-2' is not a number of vertices or faces",
        "4 2 0 | 400000 2 0 | 400000 points, more than the 10000 allowed",
        "4 2 0 | 4000 2 0 | cut short: its header says 4000 points",
        "4 2 0 | 4 999999999999 0 | cut short: its header says 999999999999 faces",
        "4 2 0 | 4 3 0 | cut short: its header says 3 faces, but it holds 2",
        "3 0 1 2 | 3 0 1 4 | face 1 names point 4; allowed: 0 to 3",
        "3 0 1 2 | 3 0 1 -1 | face 1 names point -1; allowed: 0 to 3",
        "3 0 1 2 | 1e300 0 1 2 | line 9: ends where a number is expected",
        "3 0 1 2 | nan 0 1 2 | line 9: a face of NaN corners",
        "1 1 0 | 1 1 0 9 | line 7: more than the 3 numbers of a vertex that its header allows",
        "1 1 0 | 1 1 | line 7: ends where a number is expected",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.off", SQUARE.replace(good, bad)).hasMessageContaining(reason);
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
