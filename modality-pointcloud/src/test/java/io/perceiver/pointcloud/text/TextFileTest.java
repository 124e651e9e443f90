package io.perceiver.pointcloud.text;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
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
        "1 2 3\r4 5 6\r",
        "1 2 3\r4 5 6",
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
    PointCloud cloud = read("chair_0001.txt", "0.5,2,3,0,-1.01,0\n", Channel.NORMALS);

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
        "1 2 3\\n4 5 | line 2: 2 numbers, but the lines above have 3",
        "1 2 3\\n4 5 6 7 | line 2: 4 numbers, but the lines above have 3",
        "1 2 3\\n4 x 6 | line 2: 'x' is not a number",
        "1,2,3\\n4,,6 | line 2: '' is not a number",
        "1 2\\n3 4 | line 1: 2 numbers; expected x, y and z at least",
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
        .hasMessageContaining("is text, it begins with '1 2 3'; point clouds are PLY, PCD");
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
  void saysWhatThereIsInsteadOfNormals() {
    assertRefused("a.txt", "1 2 3 0.5\n", Channel.NORMALS)
        .hasMessageContaining("its points have x, y, z, intensity; say what its columns hold by");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,5;1,5;2,5\n3;-4,25;5e0\n",
        "0,5 1,5 2,5\n3 -4,25 5\n",
        "0,5\t1,5\t2,5\n3\t-4,25\t5\n",
        "\"0,5\",\"1,5\",\"2,5\"\n\"3\",\"-4,25\",\"5\"\n",
        "sep=;\nx;y;z\n0,5;1,5;2,5\n3;-4,25;5\n",
        "x [m],y [m],z [m]\n0.5,1.5,2.5\n3,-4.25,5\n",
        "x(m) y(m) z(m)\n0.5 1.5 2.5\n3 -4.25 5\n",
        "# X [m], Y [m], Z [m]\n0.5 1.5 2.5\n3 -4.25 5\n",
        "\"\" \"x\" \"y\" \"z\"\n\"1\" 0.5 1.5 2.5\n\"2\" 3 -4.25 5\n",
        ",x,y,z\n0,0.5,1.5,2.5\n1,3,-4.25,5\n",
        "\tx\ty\tz\n0\t0.5\t1.5\t2.5\n1\t3\t-4.25\t5\n",
        "Unnamed: 0,x,y,z,\n0,0.5,1.5,2.5,\n1,3,-4.25,5,\n",
        "label,x,y,z\n\"chair, red\",0.5,1.5,2.5\n,3,-4.25,5\n",
        "0.5 1.5 2.5 chair\n3 -4.25 5 7up\n",
      })
  void everyNumberIsReadAsItsWriterMeantIt(String text) throws UnreadableExampleException {
    assertThat(read("a.txt", text).coordinates()).containsExactly(0.5, 1.5, 2.5, 3, -4.25, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0,5,0,5,0,5\\n0,5,1,5,2,5 | whole numbers separated by commas, which could be fewer",
        "x,y,z\\n0,5,0,5,0,5 | line 2: 6 numbers, but 3 names above: [x, y, z]; if these are",
        "1,234;2,345;3,456\\n1;2;3 | line 1: its numbers could have decimal commas or commas between",
        "0,5;1;2\\n0.5;1;2 | line 1: a decimal comma, but line 2 has a decimal point",
        "x;y;z\\n1.234,5;1;2 | line 2: '1.234,5' is not a number; leave out thousands separators",
        "x;y;z\\n1,234,567;1;2 | line 2: '1,234,567' is not a number; leave out thousands separators",
        "1 2,3 | line 1: 2 numbers; expected x, y and z at least",
        "1,2 3,4,5\\n | line 1: '2 3' is not a number",
        "x [m],y [m],z [mm]\\n1,2,3 | its coordinates have different units: [m, m, mm]",
        "lon,lat,h\\n1,2,3 | no x, y and z among the names lon, lat, h; say what its columns hold",
        "C 1 2 3 | line 1: 'C' is not a number, and x, y and z come first in lines without names",
        "1 2 3 4 5 6 7 8 9 10 | 10 columns without names; say what its columns hold",
        "x y z\\nm m m\\n1 2 3 | line 2: 'm' is not a number",
      })
  void refusesWhatCouldMeanTwoThings(String text, String reason) {
    assertRefused("a.txt", text.replace("\\n", "\n")).hasMessageContaining(reason);
  }

  @Test
  void theCountAboveScannersPointsIsCompared() throws UnreadableExampleException {
    assertThat(read("a.pts", "2\n0 0 0\n1 1 1\n").size()).isEqualTo(2);
    assertRefused("a.pts", "3\n0 0 0\n1 1 1\n")
        .hasMessage("a.pts: cut short: its first line says 3 points, but it holds 2");
    assertRefused("a.pts", "1\n0 0 0\n1 1 1\n")
        .hasMessage("a.pts: damaged: its first line says 1 points, but it holds 2");
    assertRefused("a.xyz", "3\n0 0 0\n1 1 1\n")
        .hasMessage("a.xyz: cut short: its first line says 3 points, but it holds 2");
    assertRefused("a.pts", "1\n0 0 0\n1\n1 1 1\n")
        .hasMessage("a.pts: line 3: 1 numbers, but the lines above have 3");
  }

  @Test
  void configuredColumnsOverruleNamesAndOrder() throws UnreadableExampleException {
    ReadOptions options =
        Clouds.options(Channel.COLOUR).withColumns("_", "red", "green", "blue", "z", "y", "x");
    String row = "chair 255 0 51 3 2 1\n";

    for (String text : new String[] {row, "a b c d x y z\n" + row, "lon lat h i j k l\n" + row}) {
      PointCloud cloud = read("a.txt", text.getBytes(US_ASCII), options);
      assertThat(cloud.coordinates()).containsExactly(1, 2, 3);
      assertThat(cloud.channel(Channel.COLOUR)).containsExactly(1, -1, -0.6f);
    }
    assertThatThrownBy(() -> read("a.txt", "1 2 3\n".getBytes(US_ASCII), options))
        .hasMessage(
            "a.txt: has 3 columns, but the setting columns names 7: [_, red, green, blue, z, y, x]");
  }

  @Test
  void configuredColumnsLetWholeNumbersBeSeparatedByCommas() throws UnreadableExampleException {
    ReadOptions options = Clouds.options().withColumns("x", "y", "z", "_");

    assertThat(read("a.csv", "1,2,3,4\n".getBytes(US_ASCII), options).coordinates())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws UnreadableExampleException {
    byte[] text = "\u00ef\u00bb\u00bf0.5 2 3\n".getBytes(ISO_8859_1);

    assertThat(read("a.txt", text).coordinates()).containsExactly(0.5, 2, 3);
  }
}
