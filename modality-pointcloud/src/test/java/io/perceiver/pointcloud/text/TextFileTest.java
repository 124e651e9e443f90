package io.perceiver.pointcloud.text;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 3\n4 5 6\n",
        "1\t2\t3\n4\t5\t6",
        "1,2,3\r\n4,5,6\r\n",
        "1; 2; 3\n4; 5; 6\n",
        " 1.0 2e0 +3 \n\n# a comment\n4 5 .6e1",
        "\u00ef\u00bb\u00bfx,y,z\n1,2,3,\n4,5,6,\n",
        "\"z\";\"y\";\"x\"\n3;2;1\n6;5;4\n",
        "//X Y Z\n1 2 3\n4 5 6\n",
        "# made by hand\n# x y z\n1 2 3\n4 5 6\n",
      })
  void separatorsAndNamesAreUnderstood(String text) throws UnreadableExampleException {
    assertThat(read("a.txt", text).coordinates()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void sixNumbersAreCoordinatesAndNormals() throws UnreadableExampleException {
    PointCloud cloud = read("chair_0001.txt", "1,2,3,0,-4,0\n", Channel.NORMALS);

    assertThat(cloud.channel(Channel.NORMALS)).containsExactly(0, -1, 0);
  }

  @Test
  void sixNumbersAreColoursWhereTheNameSaysSo() throws UnreadableExampleException {
    PointCloud cloud = read("a.XYZRGB", "1 2 3 255 0 51\n", Channel.COLOUR);

    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(1, -1, -0.6f);
  }

  @Test
  void laserScannersPutIntensityBeforeColours() throws UnreadableExampleException {
    PointCloud cloud = read("a.pts", "1\n1 2 3 -7 255 0 0\n", Channel.COLOUR, Channel.INTENSITY);

    assertThat(cloud.channel(Channel.INTENSITY)).containsExactly(-7);
    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(1, -1, -1);
  }

  @Test
  void namesOverruleTheOrder() throws UnreadableExampleException {
    String text = "intensity,x,label,y,z,r,g,b\n0.5,1,9,2,3,0,0,1\n";

    PointCloud cloud = read("a.csv", text, Channel.COLOUR, Channel.INTENSITY);

    assertThat(cloud.coordinates()).containsExactly(1, 2, 3);
    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(-1, -1, 1);
    assertThat(cloud.channel(Channel.INTENSITY)).containsExactly(0.5f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 3\\n4 5 | line 2: ends where a number is expected",
        "1 2 3\\n4 5 6 7 | line 2: more than the 3 numbers of the lines above",
        "1 2 3\\n4 x 6 | line 2: 'x' is not a number",
        "1,2,3\\n4,,6 | line 2: '' is not a number",
        "1 2\\n3 4 | line 1: 2 numbers; expected x, y and z at least",
        "C 1 2 3 | line 1: 'C' is not a number",
        "x,y,z,nx\\n1,2,3 | line 2: 3 numbers, but 4 names above: [x, y, z, nx]",
        "# nothing | has no points",
        "x y z | has no points",
      })
  void refusesWhatCannotBe(String text, String reason) {
    assertRefused("a.txt", text.replace("\\n", "\n")).hasMessage("a.txt: " + reason);
  }

  @Test
  void aChannelThatIsThereTwiceMattersOnlyWhereItIsAskedFor() throws UnreadableExampleException {
    String text = "x y z i intensity\n1 2 3 4 5\n";

    assertThat(read("a.txt", text).size()).isEqualTo(1);
    assertRefused("a.txt", text, Channel.INTENSITY)
        .hasMessage("a.txt: has intensity twice among [x, y, z, i, intensity]");
  }

  @Test
  void textOfAnotherNameIsNoPointCloud() {
    assertRefused("a.md", "1 2 3\n")
        .hasMessageContaining("begins with the bytes 31 20 32 20 33 0a; point clouds are PCD, PLY");
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItIsRead() {
    byte[] line = new byte[3 << 20];
    Arrays.fill(line, (byte) '1');

    assertRefused("a.txt", line)
        .hasMessage("a.txt: line 1: longer than 1048576 bytes; not a line of points");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1024, 2000})
  void refusesMorePointsThanAllowed(int most) throws UnreadableExampleException {
    ReadOptions options = new ReadOptions(Set.of(), most, InvalidPoints.DROP);
    byte[] allowed = "1 2 3\n".repeat(most).getBytes(US_ASCII);
    byte[] oneMore = "1 2 3\n".repeat(most + 1).getBytes(US_ASCII);

    assertThat(read("a.xyz", allowed, options).size()).isEqualTo(most);
    assertThatThrownBy(() -> read("a.xyz", oneMore, options))
        .hasMessage(
            "a.xyz: has more than the " + most + " points allowed; raise maxPoints to accept it");
  }

  @Test
  void saysWhatThereIsInsteadOfColours() {
    assertRefused("a.txt", "1 2 3 0 0 1\n", Channel.COLOUR)
        .hasMessageContaining("its points have x, y, z, nx, ny, nz");
  }
}
