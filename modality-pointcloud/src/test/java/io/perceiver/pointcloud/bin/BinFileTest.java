package io.perceiver.pointcloud.bin;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.read;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BinFileTest {
  private static final ReadOptions KITTI =
      Clouds.options(Channel.INTENSITY).withColumns("x", "y", "z", "intensity");
  private static final ReadOptions NUSCENES =
      Clouds.options().withColumns("x", "y", "z", "intensity", "_");

  @Test
  void configuredColumnsSayHowManyNumbersAPointHas() throws UnreadableExampleException {
    PointCloud kitti = read("1.bin", FloatBytes.of(1, 2, 3, 0.5, -4, 5, 6, 0.25), KITTI);
    assertThat(kitti.coordinates()).containsExactly(1, 2, 3, -4, 5, 6);
    assertThat(kitti.channel(Channel.INTENSITY)).containsExactly(0.5f, 0.25f);

    assertThat(read("1.pcd.bin", FloatBytes.of(1, 2, 3, 17, 31), NUSCENES).coordinates())
        .containsExactly(1, 2, 3);
  }

  @Test
  void withoutTheSettingItIsNamed() {
    assertRefused("1.bin", FloatBytes.of(1, 2, 3, 0.5))
        .hasMessageContaining("by the setting columns, such as columns: [x, y, z, intensity]");
  }

  @Test
  void lengthsThatAreNotWholePointsAreRefused() {
    byte[] five = FloatBytes.of(1, 2, 3, 17, 31);

    assertThatThrownBy(() -> read("1.bin", five, KITTI))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "1.bin: 20 bytes are not whole points of 16 bytes, the 4 float32 numbers that the"
                + " setting columns names: [x, y, z, intensity]");
  }

  @Test
  void numbersThatNoPointHasAreRefused() {
    double[] nuScenes = new double[20];
    for (int i = 0; i < nuScenes.length; i++) {
      nuScenes[i] = i % 5 == 3 ? 17 : i % 5 == 4 ? 2 : -i;
    }
    assertThatThrownBy(() -> read("1.bin", FloatBytes.of(nuScenes), KITTI))
        .hasMessage(
            "1.bin: point 2 has intensity -7.0, so these are not float32 numbers of the columns"
                + " that the setting columns names");
    assertThatThrownBy(() -> read("1.bin", FloatBytes.of(1, 2, 1e9, 0), KITTI))
        .hasMessageContaining("point 1 has z 1.0E9");
    assertThatThrownBy(() -> read("1.bin", FloatBytes.of(1, 1e-38, 1, 0), KITTI))
        .hasMessageContaining("point 1 has y 1.0E-38");
  }

  @Test
  void otherFilesOfTheNameAreNamed() {
    byte[] page = "<!DOCTYPE html><html></html>    ".getBytes(US_ASCII);
    byte[] text = "0.1 0.2 0.3 0.4\n".getBytes(US_ASCII);
    byte[] gzip = FloatBytes.of(1e30, 1e30, 1e30, 1e30);
    gzip[0] = 0x1f;
    gzip[1] = (byte) 0x8b;

    assertRefused("1.bin", page).hasMessageContaining("is an HTML page");
    assertThatThrownBy(() -> read("1.bin", page, KITTI)).hasMessageContaining("is an HTML page");
    assertThatThrownBy(() -> read("1.bin", text, KITTI)).hasMessageContaining("is text, it begins");
    assertThatThrownBy(() -> read("1.bin", gzip, KITTI)).hasMessageContaining("is a gzip file");
  }

  @Test
  void pointsThatAreNotFiniteFollowTheirSetting() throws UnreadableExampleException {
    byte[] file = FloatBytes.of(1, 2, 3, 0, Double.NaN, 0, 0, 0);
    ReadOptions strict =
        new ReadOptions(Set.of(), 10, InvalidPoints.FAIL).withColumns("x", "y", "z", "_");

    assertThat(read("1.bin", file, KITTI).size()).isEqualTo(1);
    assertThatThrownBy(() -> read("1.bin", file, strict)).hasMessageContaining("are not finite");
  }

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(
            List.of(FloatBytes.of(1, 2, 3, 0.5, 4, 5, 6, 0.25)), UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(200), file -> read("1.bin", file, KITTI));
  }
}
