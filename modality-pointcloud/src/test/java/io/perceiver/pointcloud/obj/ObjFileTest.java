package io.perceiver.pointcloud.obj;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Surface;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjFileTest {
  private static final String SQUARE =
      """
      # made for a test
      mtllib a.mtl
      o square
      v 0 0 0
      v 1 0 0
      v 1 1 0
      v 0 1 0
      vt 0 0
      vn 0 0 2
      g side
      usemtl red
      s off
      f 1 2 3
      f 1 3 4
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f 1 2 3\nf 1 3 4",
        "f 1/1 2/1 3/1\nf 1/1 3/1 4/1",
        "f 1//1 2//1 3//1\nf 1//1 3//1 4//1",
        "f 1/1/1 2/1/1 3/1/1\nf 1/1/1 3/1/1 4/1/1",
        "f -4 -3 -2\nf -4//-1 -2//-1 -1//-1",
        "f 1 2 3 4",
        "f 1 2 \\\n3 4",
        "fo 1 2 3 4\nl 1 2\np 1\ncstype bezier\ndeg 1\ncurv 0 1 1 2\nend",
        "f 1 2 3 4 # f 9 9 9",
      })
  void everyFormOfACornerIsRead(String faces) throws UnreadableExampleException {
    PointCloud mesh = read("a.obj", SQUARE.replace("f 1 2 3\nf 1 3 4", faces));

    assertThat(mesh.coordinates()).containsExactly(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 0, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void linesEndInEveryWay(String lineEnd) throws UnreadableExampleException {
    assertThat(read("a.OBJ", SQUARE.replace("\n", lineEnd))).isEqualTo(read("a.obj", SQUARE));
  }

  @Test
  void concaveFacesAreCoveredOnce() throws UnreadableExampleException {
    String arrow = "v 0 0 0\nv 4 0 0\nv 4 4 0\nv 2 1 0\nv 0 4 0\nf 1 2 3 4 5\n";

    assertThat(Surface.area(read("a.obj", arrow))).isEqualTo(10);
  }

  @Test
  void facesMayNameVerticesThatFollow() throws UnreadableExampleException {
    assertThat(read("a.obj", "f 1 2 3\nv 0 0 0\nv 1 0 0\nv 0 1 0").triangles())
        .containsExactly(0, 1, 2);
  }

  @Test
  void anEdgeHasTheNormalsOfBothItsFaces() throws UnreadableExampleException {
    String edge =
        """
        v 0 0 0
        v 0 1 0
        v 1 0 0
        v 0 0 1
        vn 0 0 -2
        vn -1 0 0
        f 1//1 2//1 3//1
        f 1//2 4//2 2//2
        """;

    PointCloud mesh = read("a.obj", edge, Channel.NORMALS);

    assertThat(mesh.size()).isEqualTo(6);
    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(mesh.coordinates())
        .containsExactly(0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0);
    assertThat(mesh.channel(Channel.NORMALS))
        .containsExactly(0, 0, -1, 0, 0, -1, 0, 0, -1, -1, 0, 0, -1, 0, 0, -1, 0, 0);
    assertThat(read("a.obj", edge).size()).isEqualTo(4);
  }

  @Test
  void ifACornerLacksANormalTheSurfaceGivesAll() throws UnreadableExampleException {
    PointCloud mesh = read("a.obj", SQUARE.replace("f 1 2 3", "f 1//1 2//1 3//1"), Channel.NORMALS);

    assertThat(mesh.isMesh()).isTrue();
    assertThat(mesh.channels()).isEmpty();
    assertThat(Surface.area(mesh)).isEqualTo(1);
  }

  @Test
  void withoutFacesItIsACloudWhoseNormalsStandInTheOrderOfItsVertices()
      throws UnreadableExampleException {
    String cloud = "v 1 2 3\nvn 0 0 1\nv 4 5 6\nvn 0 -1 0\n";

    PointCloud read = read("a.obj", cloud, Channel.NORMALS);

    assertThat(read.isMesh()).isFalse();
    assertThat(read.coordinates()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.channel(Channel.NORMALS)).containsExactly(0, 0, 1, 0, -1, 0);
    assertRefused("a.obj", cloud + "vn 1 0 0", Channel.NORMALS)
        .hasMessageContaining("has no normals, which the configuration's channels ask for");
  }

  @Test
  void coloursMayFollowTheCoordinates() throws UnreadableExampleException {
    String cloud = "v 1 2 3 1 0 0.5\nv 4 5 6 0 0 0\n";

    assertThat(read("a.obj", cloud, Channel.COLOUR).channel(Channel.COLOUR))
        .containsExactly(1, -1, 0, -1, -1, -1);
    assertThat(read("a.obj", cloud).coordinates()).containsExactly(1, 2, 3, 4, 5, 6);
    assertRefused("a.obj", cloud + "v 7 8 9\n", Channel.COLOUR)
        .hasMessageContaining("has no colour");
  }

  @Test
  void aWeightIsNotRead() throws UnreadableExampleException {
    assertThat(read("a.obj", "v 1 2 3 0.5\n").coordinates()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f 1 2 3 | f 1 2 5 | line 13: a face names vertex 5, but the file has 4 lines of v",
        "f 1 2 3 | f 1//1 2//1 3//2 | line 13: a face names normal 2, but the file has 1 lines of vn",
        "f 1 2 3 | f 0 1 2 | line 13: a face names '0' after 4 of what it counts",
        "f 1 2 3 | f 1 2 -5 | line 13: a face names '-5' after 4 of what it counts; allowed: from 1",
        "f 1 2 3 | f 1 2 x | line 13: 'x' is not a corner; expected v, v/vt, v//vn or v/vt/vn",
        "f 1 2 3 | f 1 2 /3 | line 13: '/3' is not a corner",
        "f 1 2 3 | f 1 2 1/1/1/1 | line 13: '1/1/1/1' is not a corner",
        "f 1 2 3 | f 1 2 99999999999 | line 13: '99999999999' is not a corner",
        "f 1 2 3 | f | line 13: a face without corners",
        "v 1 1 0 | v 1 1 | line 6: 2 numbers; allowed: 3, or 4 with a weight",
        "v 1 1 0 | v 1 1 0 1 1 | line 6: 5 numbers; allowed: 3",
        "v 1 1 0 | v 1 1 x | line 6: 'x' is not a number",
        "vn 0 0 2 | vn 0 0 | line 9: 2 numbers; allowed: 3",
        "s off | surf 0 1 0 1 1 2 | line 12: 'surf', a surface that is not a polygon",
        "s off | call b.obj | line 12: 'call', which brings in another file",
        "s off | <html> | line 12: '<html>' is not a statement of OBJ",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.obj", SQUARE.replace(good, bad)).hasMessageContaining(reason);
  }

  @Test
  void pointsAreBounded() {
    ReadOptions three = new ReadOptions(Set.of(), 3, InvalidPoints.DROP);

    assertThatThrownBy(() -> read("a.obj", SQUARE.getBytes(ISO_8859_1), three))
        .hasMessage("a.obj: has more than the 3 points allowed; raise maxPoints to accept it");
    assertRefused("a.obj", "g nothing\n").hasMessageContaining("has no points");
  }

  @Test
  void filesAreToldByTheirNameAndFirstStatement() {
    assertThat(matches("a.obj", "\u00ef\u00bb\u00bf# x\n\nmtllib a.mtl\n")).isTrue();
    assertThat(matches("a.obj", "# only a long comment at the start")).isTrue();
    assertThat(matches("a.txt", SQUARE)).isFalse();
    assertThat(matches("a.obj", "<!DOCTYPE html>")).isFalse();
    assertThat(matches("a.obj", "version https://git-lfs.github.com/spec/v1")).isFalse();
    assertThat(matches("a.obj", "L\u0001\u0000\u0000")).isFalse();
  }

  private static boolean matches(String name, String text) {
    return ObjFile.matches(new FileBytes(name, text.getBytes(ISO_8859_1)));
  }
}
