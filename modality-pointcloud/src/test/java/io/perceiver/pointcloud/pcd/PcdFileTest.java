package io.perceiver.pointcloud.pcd;

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
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcdFileTest {
  private static final PointCloud CLOUD = Clouds.full(40, 1);

  private static final String ASCII =
      """
      VERSION .7
      FIELDS x y z
      SIZE 4 4 4
      TYPE F F F
      COUNT 1 1 1
      WIDTH 2
      HEIGHT 1
      VIEWPOINT 0 0 0 1 0 0 0
      POINTS 2
      DATA ascii
      1 2 3
      4 5 6
      """;

  static Stream<byte[]> forms() {
    return Stream.of(PcdBytes.ascii(CLOUD), PcdBytes.binary(CLOUD), PcdBytes.compressed(CLOUD));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormGivesItsPointsAndChannels(byte[] file) throws UnreadableExampleException {
    PointCloud cloud = read("a.pcd", file, Channel.values());

    assertThat(cloud.coordinates()).isEqualTo(CLOUD.coordinates());
    for (Channel channel : Channel.values()) {
      assertThat(cloud.channel(channel)).as(channel.toString()).isEqualTo(CLOUD.channel(channel));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void packedColoursMayBeNamedInUpperCase(byte[] file) throws UnreadableExampleException {
    String upper = new String(file, ISO_8859_1).replace("intensity rgb y", "intensity RGB y");

    assertThat(read("a.pcd", upper, Channel.COLOUR).channel(Channel.COLOUR))
        .isEqualTo(CLOUD.channel(Channel.COLOUR));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void channelsThatNobodyAsksForAreSkipped(byte[] file) throws UnreadableExampleException {
    assertThat(read("a.pcd", file)).isEqualTo(PointCloud.of(CLOUD.coordinates()));
  }

  @Test
  void binaryFormsAreRefusedWhereverTheyAreCut() {
    assertRefusedWhereverCut("a.pcd", PcdBytes.binary(CLOUD));
    assertRefusedWhereverCut("a.pcd", PcdBytes.compressed(CLOUD));
  }

  @Test
  void asciiIsRefusedWhereverALineIsMissing() {
    assertRefusedWhereverCut(
        "a.pcd", ASCII.substring(0, ASCII.length() - "6\n".length()).getBytes(ISO_8859_1));
  }

  @Test
  void olderHeadersLackHeightPointsAndCount() throws UnreadableExampleException {
    String old =
        ASCII.replace("COUNT 1 1 1\n", "").replace("POINTS 2\n", "").replace("HEIGHT 1\n", "");

    assertThat(read("a.pcd", old.replace("FIELDS", "COLUMNS")).coordinates())
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void bytesAndShortsAreSignedByTheirType() throws UnreadableExampleException {
    byte[] header =
        """
        VERSION 0.7
        FIELDS x y z
        SIZE 1 1 2
        TYPE I U U
        WIDTH 1
        HEIGHT 1
        DATA binary
        """
            .getBytes(ISO_8859_1);
    byte[] file = PcdBytes.joined(header, new byte[] {-1, -1, -2, -1});

    assertThat(read("a.pcd", file).coordinates()).containsExactly(-1, 255, 65534);
  }

  @Test
  void missingReturnsOfOrganisedCloudsAreDroppedOrRefused() throws UnreadableExampleException {
    String organised = ASCII.replace("1 2 3", "nan NaN -nan");
    byte[] bytes = organised.getBytes(ISO_8859_1);

    assertThat(read("a.pcd", organised).coordinates()).containsExactly(4, 5, 6);
    assertThatThrownBy(
            () -> read("a.pcd", bytes, new ReadOptions(Set.of(), 10, InvalidPoints.FAIL)))
        .hasMessage(
            "a.pcd: 1 of its 2 points have coordinates or channels that are not finite;"
                + " invalidPoints: drop leaves them out");
    assertRefused("a.pcd", organised.replace("4 5 6", "1 inf 2"))
        .hasMessageContaining("all of its 2 points");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINTS 2   | POINTS 3    | WIDTH 2 × HEIGHT 1 is not POINTS 3",
        "POINTS 2   | POINTS -2   | line 9: POINTS -2.0 is not allowed; allowed: 0 to 2147483647",
        "WIDTH 2    | WIDTH nan   | line 6: WIDTH NaN is not allowed",
        "SIZE 4 4 4 | SIZE 4 4    | 3 FIELDS, 2 SIZEs, 3 TYPEs and 3 COUNTs",
        "SIZE 4 4 4 | SIZE 4 4 3  | its PCD field 'z' has TYPE F, SIZE 3, COUNT 1; allowed",
        "SIZE 4 4 4 | SIZE -4 4 4 | its PCD field 'x' has TYPE F, SIZE -4, COUNT 1; allowed",
        "COUNT 1 1 1| COUNT 1 1 99999999 | COUNT 99999999; allowed",
        "TYPE F F F | TYPE F F X  | its PCD field 'z' has TYPE X",
        "FIELDS x y z | FIELDS x y w | has no z among [x, y, w]",
        "FIELDS x y z | FIELDS x y y | has no z among [x, y, y]",
        "DATA ascii | DATA packed | line 10: DATA 'packed' is not allowed; allowed: ascii, binary",
        "DATA ascii | DATE ascii  | line 10: 'DATE' is not an entry of a PCD header",
        "4 5 6      | 4 55        | line 12: ends where a number is expected",
        "4 5 6      | 4 5 6 7     | line 12: more than the 3 numbers its header's fields have",
        "4 5 6      | 4 5 6f      | line 12: '6f' is not a number",
        "4 5 6      | 4 5 0x1p3   | line 12: '0x1p3' is not a number",
        "TYPE F F F | TYPE F F I1 | its PCD field 'z' has TYPE I1",
      })
  void refusesWhatCannotBe(String good, String bad, String reason) {
    assertRefused("a.pcd", ASCII.replace(good.strip(), bad)).hasMessageContaining(reason);
  }

  @Test
  void pointsBeyondTheNumberInTheHeaderAreRefused() {
    assertRefused("a.pcd", ASCII + "7 8 9\n")
        .hasMessageContaining("line 13: its header says 2 points, but another line");
    for (byte[] file : List.of(PcdBytes.binary(CLOUD), PcdBytes.compressed(CLOUD))) {
      byte[] more = new byte[42];
      more[41] = 1;
      assertRefused("a.pcd", PcdBytes.joined(file, more))
          .hasMessageContaining("but 42 more bytes follow");
    }
  }

  /** The Point Cloud Library, 1.13, leaves thousands of them. */
  @Test
  void zeroBytesMayFollowBinaryPoints() throws UnreadableExampleException {
    for (byte[] file : List.of(PcdBytes.binary(CLOUD), PcdBytes.compressed(CLOUD))) {
      assertThat(read("a.pcd", PcdBytes.joined(file, new byte[4096])))
          .isEqualTo(read("a.pcd", file));
    }
  }

  @Test
  void aLineEndAndEmptyLinesMayFollow() throws UnreadableExampleException {
    assertThat(read("a.pcd", ASCII + "\n # the end\n")).isEqualTo(read("a.pcd", ASCII));
    assertThat(read("a.pcd", PcdBytes.joined(PcdBytes.binary(CLOUD), new byte[] {'\r', '\n'})))
        .isEqualTo(PointCloud.of(CLOUD.coordinates()));
  }

  @Test
  void aByteOrderMarkMayComeFirst() throws UnreadableExampleException {
    String mark = "\u00ef\u00bb\u00bf";

    assertThat(read("a.pcd", mark + ASCII)).isEqualTo(read("a.pcd", ASCII));
    assertThat(read("a.pcd", mark + "# .PCD v.7\n" + ASCII)).isEqualTo(read("a.pcd", ASCII));
  }

  private static final String COLOURED =
      """
      FIELDS x y z rgb
      SIZE 4 4 4 4
      TYPE F F F %s
      WIDTH 1
      HEIGHT 1
      DATA ascii
      1 2 3 %s
      """;

  @Test
  void packedColoursInTextMayBeWholeNumbersOrTheBitsOfAFloat() throws UnreadableExampleException {
    // red 255, green 0, blue 51
    float[] colour = {1, -1, -0.6f};

    for (String file :
        List.of(
            COLOURED.formatted("U", "16711731"),
            COLOURED.formatted("I", "16711731"),
            COLOURED.formatted("F", String.valueOf(Float.intBitsToFloat(16711731))))) {
      assertThat(read("a.pcd", file, Channel.COLOUR).channel(Channel.COLOUR)).isEqualTo(colour);
    }
    assertRefused("a.pcd", COLOURED.formatted("F", "16711731"), Channel.COLOUR)
        .hasMessageContaining(
            "line 7: its field rgb (F4) is 1.6711731E7, which its type cannot hold")
        .hasMessageContaining("TYPE U is for whole numbers");
  }

  @Test
  void aColourOfSeveralNumbersIsNotPacked() throws UnreadableExampleException {
    String three =
        COLOURED.formatted("U", "255 0 51").replace("SIZE 4 4 4 4", "SIZE 4 4 4 1\nCOUNT 1 1 1 3");

    assertThat(read("a.pcd", three).size()).isEqualTo(1);
    assertRefused("a.pcd", three, Channel.COLOUR)
        .hasMessageContaining("its PCD field rgb (U1 × 3) has several numbers");
  }

  @ParameterizedTest
  @CsvSource({"I 1, 127, 128", "U 1, 255, -1", "I 2, -32768, 32768", "U 4, 4294967295, 0.5"})
  void textMustFitTheTypeOfItsField(String type, String fits, String not)
      throws UnreadableExampleException {
    String file =
        ASCII
            .replace("TYPE F F F", "TYPE F F " + type.charAt(0))
            .replace("SIZE 4 4 4", "SIZE 4 4 " + type.charAt(2));

    assertThat(read("a.pcd", file.replace("4 5 6", "4 5 " + fits)).coordinates())
        .endsWith(Double.parseDouble(fits));
    assertRefused("a.pcd", file.replace("4 5 6", "4 5 " + not))
        .hasMessageContaining("line 12: its field z")
        .hasMessageContaining("which its type cannot hold");
  }

  @Test
  void refusesMorePointsThanAllowedOrThere() {
    String many = ASCII.replace("WIDTH 2", "WIDTH 2000000000").replace("POINTS 2\n", "");

    assertRefused("a.pcd", many)
        .hasMessageContaining(
            "2000000000 points, more than the 10000 allowed; raise maxPoints to accept it");
    assertRefused("a.pcd", many.replace("2000000000", "9999"))
        .hasMessageContaining("cut short: its header says 9999 points of at least 6 bytes");
    assertRefused("a.pcd", many.replace("2000000000", "0")).hasMessageContaining("0 points");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void refusesCompressedSizesThatLie(int at) {
    byte[] file = PcdBytes.compressed(CLOUD);
    int sizes = new String(file, ISO_8859_1).indexOf("compressed\n") + "compressed\n".length();
    for (byte value : new byte[] {0, 1, 127, -1}) {
      byte[] lying = file.clone();
      lying[sizes + at + 3] ^= value;
      lying[sizes + at] ^= 1;

      assertRefused("a.pcd", lying);
    }
  }

  /** One point with 17 MiB of features, packed 64 times smaller or less. */
  @Test
  void compressedDataMayNotBecomeMoreThanAFileMayHold() {
    String header =
        """
        VERSION 0.7
        FIELDS x y z%s
        SIZE 1 1 1%s
        TYPE U U U%s
        COUNT 1 1 1%s
        WIDTH 1
        HEIGHT 1
        DATA binary_compressed
        """
            .formatted(
                " _".repeat(17), " 1".repeat(17), " U".repeat(17), (" " + (1 << 20)).repeat(17));
    int compressed = 17 << 14;
    byte[] body =
        ByteBuffer.allocate(8 + compressed)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(compressed)
            .putInt(3 + (17 << 20))
            .array();
    byte[] file = PcdBytes.joined(header.getBytes(ISO_8859_1), body);

    assertThatThrownBy(() -> read("a.pcd", file, new ReadOptions(Set.of(), 10, InvalidPoints.DROP)))
        .hasMessage(
            "a.pcd: its compressed data become 17825795 bytes, more than the 16779776 that a cloud"
                + " of 10 points may have; raise maxPoints to accept it");
    assertRefused("a.pcd", file).hasMessageContaining("damaged: its compressed bytes become");
  }

  @Test
  void namesWhatIsMissingAndWhatIsThere() {
    assertRefused("a.pcd", ASCII, Channel.COLOUR, Channel.NORMALS)
        .hasMessage(
            "a.pcd: has no normals, colour, which the configuration's channels ask for; its points"
                + " have x, y, z");
  }
}
