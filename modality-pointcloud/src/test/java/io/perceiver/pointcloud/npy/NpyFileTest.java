package io.perceiver.pointcloud.npy;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
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
        "<i4 | (1, 3) | an array of type <i4; allowed: <f4, >f4, <f8, >f8",
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
