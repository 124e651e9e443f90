package io.perceiver.pointcloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.FileKind;
import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.bin.FloatBytes;
import io.perceiver.pointcloud.npy.NpyBytes;
import io.perceiver.pointcloud.npy.NpzBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PointCloudReaderTest {
  private static final String LONG_COMMENT = "# " + "a long story ".repeat(200) + "\n";
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
  private static final String TRIANGLE = "3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n";
  private static final String PLY =
      "ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\n"
          + "property float z\nend_header\n1 2 3\n";
  private static final String PCD =
      "VERSION .7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nCOUNT 1 1 1\nWIDTH 1\nHEIGHT 1\n"
          + "VIEWPOINT 0 0 0 1 0 0 0\nPOINTS 1\nDATA ascii\n1 2 3\n";
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0};
  private final PointCloudReader reader = new PointCloudReader(PointCloudConfig.defaults());

  private static void checkHead(PointCloudReader reader, String name, byte[] bytes)
      throws IOException {
    byte[] head = Arrays.copyOf(bytes, Math.min(FileKind.HEAD_BYTES, bytes.length));
    reader.checkHead(new MemorySource(name, bytes), head);
  }

  private static MemorySource text(String name, String text) {
    return new MemorySource(name, text.getBytes(ISO_8859_1));
  }

  /** Files of every format, and the beginnings that hide it. */
  static List<MemorySource> readable() {
    byte[] npy = NpyBytes.of("<f4", "False", "(2, 3)", 1, 1, 2, 3, 4, 5, 6);
    byte[] large = NpyBytes.raw("'<f8'", "(500, 3)", new byte[12_000]);
    return List.of(
        text("a.off", "OFF\n" + TRIANGLE),
        text("a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"),
        text("b.obj", LONG_COMMENT + "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"),
        text(
            "a.stl",
            "solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
                + "endloop\nendfacet\nendsolid a\n"),
        text("b.off", LONG_COMMENT + "OFF\n" + TRIANGLE),
        text("a.txt", "1 2 3\n"),
        text("b.txt", LONG_COMMENT + "1 2 3\n"),
        text("a.csv", "x,y,z\n1,2,3\n"),
        text("a.ply", PLY),
        text("a.pcd", LONG_COMMENT + PCD),
        text("b.pcd", BYTE_ORDER_MARK + PCD),
        text("b.ply", BYTE_ORDER_MARK + PLY),
        text("c.off", BYTE_ORDER_MARK + "OFF\n" + TRIANGLE),
        text("c.txt", BYTE_ORDER_MARK + "x y z\n1 2 3\n"),
        new MemorySource("a.npy", npy),
        new MemorySource("b.npy", large),
        new MemorySource("a.npz", NpzBytes.stored("a.npy", npy)),
        new MemorySource("b.npz", NpzBytes.deflated("a.npy", large)));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void theHeadOfWhatIsReadIsNeverRefused(MemorySource source) throws IOException {
    assertThat(reader.read(source).size()).isPositive();
    assertThatCode(() -> checkHead(reader, source.name(), source.bytes()))
        .doesNotThrowAnyException();
  }

  @Test
  void binaryFilesAreCheckedByTheirSize() throws IOException {
    PointCloudReader kitti =
        new PointCloudReader(PointCloudConfig.defaults().withColumns("x", "y", "z", "intensity"));
    double[] numbers = new double[4 * 400];
    Arrays.fill(numbers, 0.5);
    byte[] points = FloatBytes.of(numbers);

    checkHead(kitti, "a.bin", points);
    assertThatThrownBy(() -> checkHead(kitti, "a.bin", Arrays.copyOf(points, 6392)))
        .hasMessageContaining("6392 bytes are not whole points of 16 bytes");
    assertThatThrownBy(() -> checkHead(reader, "a.bin", points))
        .hasMessageContaining("by the setting columns");
  }

  @Test
  void whatCouldBeABinaryStlIsLeftToReading() throws IOException {
    byte[] stl = new byte[84 + 50 * 40];
    ByteBuffer.wrap(stl)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("solid".getBytes(US_ASCII))
        .putInt(80, 40);

    checkHead(reader, "a.stl", stl);
    assertThatThrownBy(() -> checkHead(reader, "a.stl", Arrays.copyOf(stl, stl.length - 1)))
        .isInstanceOf(UnreadableExampleException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.ply | <html><body>404</body></html> | is an HTML page",
        "a.txt | <!DOCTYPE html> | is an HTML page",
        "a.ply | version https://git-lfs.github.com/spec/v1 | is a Git LFS pointer",
        "a.csv | version https://git-lfs.github.com/spec/v1 | is a Git LFS pointer",
        "a.xyz | {\"error\": \"not found\"} | is JSON",
        "a.e57 | ASTM-E57 | is an E57 file",
        "a.glb | glTF | is a binary glTF file",
        "a.md | hello | is text, it begins with 'hello'",
      })
  void foreignFilesAreNamedByHeadAndByReading(String name, String start, String reason) {
    MemorySource source = text(name, start);

    assertThatThrownBy(() -> checkHead(reader, name, source.bytes()))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("point clouds are PLY, PCD");
    assertThatThrownBy(() -> reader.read(source)).hasMessageContaining(reason);
  }

  @Test
  void headersAreComparedWithTheSize() {
    byte[] npy = NpyBytes.raw("'<f8'", "(500, 3)", new byte[11_999]);

    assertThatThrownBy(() -> checkHead(reader, "a.npy", npy))
        .hasMessageContaining("cut short: its header says 500 points of at least 24 bytes");
    assertThatThrownBy(
            () -> checkHead(reader, "a.npy", NpyBytes.raw("'<f4'", "(3, 500)", new byte[6000])))
        .hasMessageContaining("is it transposed?");
    assertThatThrownBy(() -> checkHead(reader, "a.txt", new byte[0]))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> checkHead(reader, "a.foo", new byte[2000]))
        .hasMessageContaining("is nothing but zero bytes");
  }

  @Test
  void onlyHdf5FilesHoldRecords() throws IOException {
    assertThat(reader.holdsRecords(new MemorySource("a.h5", HDF5), HDF5)).isTrue();
    checkHead(reader, "a.h5", HDF5);
    for (MemorySource source : readable()) {
      assertThat(reader.holdsRecords(source, source.bytes())).as(source.name()).isFalse();
    }
  }
}
