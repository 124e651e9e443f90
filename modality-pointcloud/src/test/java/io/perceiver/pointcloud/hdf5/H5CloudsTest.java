package io.perceiver.pointcloud.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H5CloudsTest {
  @TempDir private Path folder;

  private static H5Clouds open(byte[] bytes, Channel... channels) throws IOException {
    return H5Clouds.open(new MemorySource("a.h5", bytes), Clouds.options(channels));
  }

  private byte[] file(Object... namesAndDatasets) throws IOException {
    Map<String, Object> datasets = new TreeMap<>();
    for (int i = 0; i < namesAndDatasets.length; i += 2) {
      datasets.put((String) namesAndDatasets[i], namesAndDatasets[i + 1]);
    }
    return H5Bytes.of(folder, datasets);
  }

  @Test
  void everyRecordIsACloud() throws IOException {
    try (H5Clouds clouds = open(H5Bytes.labelled(folder, 2, 7, 7, 7))) {
      assertThat(clouds.count()).isEqualTo(3);
      assertThat(clouds.read(2).coordinates()).containsExactly(200, 201, 202, 210, 211, 212);
      assertThatThrownBy(() -> clouds.read(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void doublesAndNormalsAreRead() throws IOException {
    byte[] file =
        file("data", new double[][][] {{{1, 2, 3}}}, "normal", new float[][][] {{{0, 5, 0}}});

    try (H5Clouds clouds = open(file, Channel.NORMALS)) {
      assertThat(clouds.read(0).coordinates()).containsExactly(1, 2, 3);
      assertThat(clouds.read(0).channel(Channel.NORMALS)).containsExactly(0, 1, 0);
    }
  }

  @Test
  void missingNormalsAreNamed() throws IOException {
    try (H5Clouds clouds = open(H5Bytes.labelled(folder, 2, 1), Channel.NORMALS)) {
      assertThatThrownBy(() -> clouds.read(0))
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessageStartingWith("a.h5#0: has no normals");
    }
  }

  @Test
  void invalidPointsAreDropped() throws IOException {
    byte[] file = file("data", new float[][][] {{{1, 2, 3}, {Float.NaN, 0, 0}}});

    try (H5Clouds clouds = open(file)) {
      assertThat(clouds.read(0).size()).isEqualTo(1);
    }
  }

  @Test
  void refusesOtherShapesAndNames() throws IOException {
    assertThatThrownBy(() -> open(file("data", new float[4][5])))
        .hasMessage("a.h5: its dataset 'data' has shape [4, 5]; expected [records, points, 3]");
    assertThatThrownBy(() -> open(file("clouds", new float[4][5])))
        .hasMessage("a.h5: has no dataset 'data'; it has [clouds]");
    assertThatThrownBy(
            () ->
                H5Clouds.open(
                    new MemorySource("a.h5", H5Bytes.labelled(folder, 9, 1)),
                    new ReadOptions(Set.of(), 8, InvalidPoints.DROP)))
        .hasMessageContaining("its clouds have 9 points, more than the 8 allowed");
  }

  @Test
  void configuredColumnsSayWhatItsColumnsHold() throws IOException {
    byte[] file =
        file(
            "data",
            new float[][][] {{{9, 255, 0, 0, 3, 2, 1}}},
            "normal",
            new float[][][] {{{0, 0, 5}}});
    ReadOptions options =
        Clouds.options(Channel.COLOUR, Channel.NORMALS)
            .withColumns("_", "red", "green", "blue", "z", "y", "x");

    try (H5Clouds clouds = H5Clouds.open(new MemorySource("a.h5", file), options)) {
      assertThat(clouds.read(0).coordinates()).containsExactly(1, 2, 3);
      assertThat(clouds.read(0).channel(Channel.COLOUR)).containsExactly(1, -1, -1);
      assertThat(clouds.read(0).channel(Channel.NORMALS)).containsExactly(0, 0, 1);
    }
    assertThatThrownBy(() -> open(file))
        .hasMessageStartingWith(
            "a.h5: its dataset 'data' has shape [1, 1, 7]; expected [records, points, 3]; say what"
                + " its columns hold by the setting columns");
  }

  @Test
  void labelsAndNormalsMustBeAsManyAsClouds() throws IOException {
    byte[] labels = file("data", new float[2][1][3], "label", new int[3][1]);
    byte[] normals = file("data", new float[2][1][3], "normal", new float[1][1][3]);

    assertThatThrownBy(() -> open(labels))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.h5: its dataset 'data' has shape [2, 1, 3], but 'label' has shape [3, 1]");
    assertThatThrownBy(() -> open(normals, Channel.NORMALS))
        .hasMessage(
            "a.h5: its dataset 'normal' has shape [1, 1, 3]; expected [records, points, 3] as"
                + " 'data' has, [2, 1, 3]");
  }

  @Test
  void cutFilesAreReadOrRefused() throws IOException {
    byte[] file = H5Bytes.labelled(folder, 2, 1, 2);
    int refused = 0;
    for (int length = 0; length < file.length; length++) {
      try (H5Clouds clouds = open(Arrays.copyOf(file, length))) {
        clouds.read(0);
      } catch (UnreadableExampleException damaged) {
        assertThat(damaged).hasMessageStartingWith("a.h5");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(file.length / 2);
  }

  @Test
  void asASingleExampleItAsksForARecord() throws IOException {
    Reading.assertRefused("a.h5", H5Bytes.labelled(folder, 2, 1))
        .hasMessage("a.h5: holds many clouds; name one by its number, as in a.h5#0");
  }
}
