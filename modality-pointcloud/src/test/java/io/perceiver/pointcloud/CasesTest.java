package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.FileKind;
import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads files that were once misread, if they lie beside the project; the tests of each format have
 * the same kinds of files made by themselves.
 */
class CasesTest {
  private static final PointCloudConfig NOTHING_SET = PointCloudConfig.defaults();

  private static MemorySource source(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("perceiver.data", "../shared/data"))
            .resolveSibling("cases")
            .resolve("pointcloud")
            .resolve(name);
    assumeTrue(
        Files.exists(file), () -> file + " is absent; name data beside it by -Dperceiver.data");
    return new MemorySource(name, Files.readAllBytes(file));
  }

  private static PointCloud read(MemorySource source, PointCloudConfig config) throws IOException {
    PointCloudReader reader = new PointCloudReader(config);
    byte[] bytes = source.bytes();
    reader.checkHead(source, Arrays.copyOf(bytes, Math.min(FileKind.HEAD_BYTES, bytes.length)));
    return reader.read(source);
  }

  /** The box of 1 × 1 × 2 has 8 corners; the file of decimal commas begins at 0.5. */
  private static void assertBox(PointCloud cloud, double least) {
    assertThat(cloud.size()).isEqualTo(8);
    DoubleStream coordinates = Arrays.stream(cloud.coordinates());
    assertThat(coordinates.sum()).isEqualTo(4 * (1 + 1 + 2) + 24 * least);
  }

  @ParameterizedTest
  @CsvSource({
    "t_decimal_comma.csv, 0.5",
    "t_s3dis.txt, 0",
    "t_shapenetpart.txt, 0",
    "t_cc_noheader7.xyz, 0",
    "n_6rgb.npy, 0",
    "n_f2.npy, 0",
    "n_struct.npy, 0",
    "n_z.npz, 0",
    "t_hdr_pandas_index.csv, 0",
    "t_label_first.csv, 0",
    "t_hdr_units.csv, 0",
    "t_quoted_values.csv, 0",
    "p_bom.pcd, 0",
  })
  void coordinatesAreRead(String name, double least) throws IOException {
    assertBox(read(source(name), NOTHING_SET), least);
  }

  @ParameterizedTest
  @CsvSource({
    "t_s3dis.txt, NORMALS",
    "t_shapenetpart.txt, NORMALS",
    "t_shapenetpart.txt, COLOUR",
    "t_shapenetpart.txt, INTENSITY",
    "t_cc_noheader7.xyz, COLOUR",
    "t_cc_noheader7.xyz, INTENSITY",
    "n_6rgb.npy, NORMALS",
  })
  void aGuessThatDoesNotFitIsRefused(String name, Channel channel) throws IOException {
    MemorySource source = source(name);

    assertThatThrownBy(() -> read(source, NOTHING_SET.withChannels(channel)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("the setting columns");
  }

  @ParameterizedTest
  @CsvSource({
    "t_s3dis.txt, x y z red green blue, COLOUR",
    "t_shapenetpart.txt, x y z nx ny nz _, NORMALS",
    "t_cc_noheader7.xyz, x y z red green blue _, COLOUR",
    "n_6rgb.npy, x y z red green blue, COLOUR",
    "k_kitti.bin, x y z intensity, INTENSITY",
  })
  void theSettingSaysWhatTheyHold(String name, String columns, Channel channel) throws IOException {
    PointCloudConfig config = NOTHING_SET.withColumns(columns.split(" ")).withChannels(channel);
    float[] expected =
        switch (channel) {
          case NORMALS -> new float[] {0, 0, 1};
          case COLOUR -> new float[] {1, -1, 1};
          case INTENSITY -> new float[] {0.5f};
        };

    PointCloud cloud = read(source(name), config);

    assertBox(cloud, 0);
    assertThat(cloud.channel(channel)).startsWith(expected).endsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n_3x1024.npy | is it transposed?",
        "spectrogram_80x400.npy | more columns than a cloud without names has",
        "t_count_wrong.pts | its first line says 9 points, but it holds 8",
        "k_kitti.bin | by the setting columns",
        "html.ply | is an HTML page",
        "lfs.ply | is a Git LFS pointer",
      })
  void othersAreRefused(String name, String reason) throws IOException {
    MemorySource source = source(name);

    assertThatThrownBy(() -> read(source, NOTHING_SET))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining(reason);
  }
}
