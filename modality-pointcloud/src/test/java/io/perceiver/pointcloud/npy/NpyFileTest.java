package io.perceiver.pointcloud.npy;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.ReadOptions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFileTest {

  @ParameterizedTest
  @CsvSource({"<f4, 1", ">f4, 1", "<f8, 1", ">f8, 1", "<f8, 2", ">f4, 3"})
  void everyTypeAndVersionGivesItsPoints(String type, int version)
      throws UnreadableExampleException {
    byte[] file = NpyBytes.of(type, "False", "(2, 3)", version, 1, 2, 3, 4, 5, 0.5);

    assertThat(read("a.npy", file).coordinates()).containsExactly(1, 2, 3, 4, 5, 0.5);
  }

  @Test
  void columnsMayLieTogether() throws UnreadableExampleException {
    byte[] file = NpyBytes.of("<f4", "True", "(2, 3)", 1, 1, 4, 2, 5, 3, 6);

    assertThat(read("a.npy", file).coordinates()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void sixColumnsHoldNormals() throws UnreadableExampleException {
    byte[] file = NpyBytes.of("<f4", "False", "(1, 6)", 1, 1, 2, 3, 0.8, -0.6, 0);

    PointCloud cloud = read("a.npy", file, Channel.NORMALS);

    assertThat(cloud.coordinates()).containsExactly(1, 2, 3);
    assertThat(cloud.channel(Channel.NORMALS)).containsExactly(0.8f, -0.6f, 0);
  }

  @Test
  void isRefusedWhereverItIsCut() {
    assertRefusedWhereverCut("a.npy", NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'|O' | (1, 3) | an array of pickled Python objects",
        "<c8 | (1, 3) | an array of type <c8; allowed: float16, float32, float64, and integers",
        "<f3 | (1, 3) | an array of type <f3; allowed: float16",
        "'|b1' | (1, 3) | an array of type |b1; allowed: float16",
        "<U5 | (1, 3) | an array of type <U5; allowed: float16",
        "<f4 | (3, 1024) | is it transposed? save array.T, or say what its columns hold by",
        "<f4 | (6, 7) | is it transposed? save array.T",
        "<f4 | (80, 400) | (80, 400): more columns than a cloud without names has, up to 9",
        "<f4 | (80, 13) | more columns than a cloud without names has",
        "<f4 | (64, 1, 3) | save each cloud by itself",
        "<f4 | (1, 2000) | of 3 to 1024 columns",
        "<f4 | (3,) | an array of shape (3,); expected (points, columns)",
        "<f4 | () | an array of shape ()",
        "<f4 | (1, 1, 3) | an array of shape (1, 1, 3)",
        "<f4 | (3, 1) | an array of shape (3, 1); expected one point a row, of 3 to 1024 columns",
        "<f4 | (-1, 3) | an array of shape (-1, 3)",
        "<f4 | (0, 3) | 0 points; allowed: 1 or more",
        "<f4 | (9000, 3) | cut short: its header says 9000 points of at least 12 bytes",
        "<f4 | (999999999999999999, 3) | more than the 10000 allowed",
      })
  void refusesWhatCannotBe(String type, String shape, String reason) {
    assertRefused("a.npy", NpyBytes.of(type, "False", shape, 1, 1, 2, 3))
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    // numpy.array([1, 2, -3.5], '<f2').tobytes().hex() and so on
    "<f2, 003c004000c3, 1, 2, -3.5",
    ">f2, 04007bff8000, 6.103515625e-05, 65504, -0",
    "<f2, 0100ff03ff7b, 5.960464477539063e-08, 6.097555160522461e-05, 65504",
    "|i1, 01fe7f, 1, -2, 127",
    "|u1, 01feff, 1, 254, 255",
    ">i2, 00018000ffff, 1, -32768, -1",
    "<u2, 010000800000, 1, 32768, 0",
    "<i4, 01000000feffffffffffff7f, 1, -2, 2147483647",
    ">u4, 00000001fffffffe80000000, 1, 4294967294, 2147483648",
    "<i8, 0100000000000000feffffffffffffff0000000000000080, 1, -2, -9223372036854775808",
    "<u8, 01000000000000000000000000000080ffffffffffffffff, 1, 9223372036854775808, 1.8446744073709552e19",
  })
  void everyTypeOfNumberIsRead(String type, String hex, double x, double y, double z)
      throws UnreadableExampleException {
    byte[] file = NpyBytes.raw("'" + type + "'", "(1, 3)", HexFormat.of().parseHex(hex));

    assertThat(read("a.npy", file).coordinates()).containsExactly(x, y, z);
  }

  @Test
  void structuredArraysNameTheirNumbers() throws UnreadableExampleException {
    String fields =
        "[('label', '<U2'), ('z', '<f4'), ('', '|V2'), ('red', '|u1'), ('green', '|u1'),"
            + " ('blue', '|u1'), ('x', '>i2'), ('y', '|i1')]";
    byte[] point =
        HexFormat.of()
            .parseHex("6100000062000000" + "00004040" + "ffff" + "01ff00" + "0001" + "02");

    PointCloud cloud = read("a.npy", NpyBytes.raw(fields, "(1,)", point), Channel.COLOUR);

    assertThat(cloud.coordinates()).containsExactly(1, 2, 3);
    assertThat(cloud.channel(Channel.COLOUR)).containsExactly(2 / 255f - 1, 1, -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[('x', '<f4'), ('y', '<f8')] | (1,) | has no z among [x, y]",
        "[('x', '<f4'), ('y', '<f4'), ('z', '<U1')] | (1,) | its field 'z' holds no numbers",
        "[('p', '<f4', (3,))] | (1,) | a structured array of the fields [('p', '<f4', (3,))]; expected one",
        "[('x', '<f4'), ('y', '<f4'), ('z', '<f4')] | (1, 1) | of shape (1, 1); expected (points,)",
        "[] | (1,) | a structured array of the fields []",
      })
  void refusesStructuredArraysOfOtherThings(String fields, String shape, String reason) {
    assertRefused("a.npy", NpyBytes.raw(fields, shape, new byte[12])).hasMessageContaining(reason);
  }

  @Test
  void configuredColumnsSayWhatAnArrayHolds() throws UnreadableExampleException {
    byte[] wide = NpyBytes.of("<f4", "False", "(1, 10)", 1, 9, 9, 1, 2, 3, 9, 9, 9, 9, 9);
    ReadOptions options =
        Clouds.options().withColumns("_", "_", "x", "y", "z", "_", "_", "_", "_", "_");

    assertThat(read("a.npy", wide, options).coordinates()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> read("a.npy", wide, Clouds.options().withColumns("x", "y", "z")))
        .hasMessage("a.npy: has 10 columns, but the setting columns names 3: [x, y, z]");
  }

  @Test
  void refusesBytesBehindTheArray() {
    byte[] file = NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3, 4);

    assertRefused("a.npy", file)
        .hasMessage("a.npy: damaged: its shape (1, 3) needs 12 bytes, but 16 follow");
  }

  @Test
  void refusesHeadersThatLie() {
    byte[] file = NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3);
    byte[] long_ = file.clone();
    long_[9] = (byte) 0xff;
    byte[] version = file.clone();
    version[6] = 9;

    assertRefused("a.npy", long_).hasMessageContaining("its NPY header is said to have");
    assertRefused("a.npy", version).hasMessageContaining("NPY version 9 is not read");
    assertRefused("a.npy", NpyBytes.of("<f4", "Maybe", "(1, 3)", 1, 1, 2, 3))
        .hasMessageContaining("its NPY header has no fortran_order");
  }
}
