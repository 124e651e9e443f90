package io.perceiver.pointcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Reads a real data set where it lies beside the project. */
class RealCloudsTest {

  @Test
  void everyCloudOfModelNet10sTestPartHas1024Points() throws IOException {
    Path archive =
        Path.of(
            System.getProperty("perceiver.data", "../shared/data"),
            "modelnet10-pcd",
            "modelnet10-pcd-test.zip");
    assumeTrue(
        Files.exists(archive),
        () -> archive + " is absent; name its folder's parent by -Dperceiver.data");
    Modality<PointCloud> modality = new PointCloudPlugin().create(PointCloudConfig.defaults());

    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> entry.getName().endsWith(".pcd")).toList();
      assertThat(entries).hasSize(908);
      for (ZipEntry entry : entries) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        PointCloud cloud = modality.reader().read(new MemorySource(entry.getName(), bytes));
        assertThat(cloud.size()).isEqualTo(1024);
        assertThat(modality.tokenizer().elements(cloud)).isEqualTo(1024);
        FloatBuffer positions = FloatBuffer.allocate(3 * 1024);
        modality.tokenizer().tokenize(cloud, FloatBuffer.allocate(0), positions);
        assertThat(positions.hasRemaining()).isFalse();
        assertCentredUnitCube(entry.getName(), positions.array());
      }
    }
  }

  private static void assertCentredUnitCube(String name, float[] positions) {
    double[] sums = new double[3];
    float largest = 0;
    for (int i = 0; i < positions.length; i++) {
      sums[i % 3] += positions[i];
      largest = Math.max(largest, Math.abs(positions[i]));
    }
    assertThat(largest).as(name).isEqualTo(1);
    for (double sum : sums) {
      assertThat(sum / 1024).as(name).isBetween(-1e-6, 1e-6);
    }
  }
}
