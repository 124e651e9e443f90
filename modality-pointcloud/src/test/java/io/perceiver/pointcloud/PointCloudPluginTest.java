package io.perceiver.pointcloud;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.pointcloud.augment.AugmentationConfig;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.InvalidPoints;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PointCloudPluginTest {
  private final PointCloudPlugin plugin = new PointCloudPlugin();

  @Test
  void positionsAreFourierFeaturesOfThreeAxes() {
    Modality<PointCloud> modality = plugin.create(plugin.defaults());

    assertThat(modality.positionEncoding().channels(modality.tokenizer().spec()))
        .isEqualTo(3 * (2 * 16 + 1));
  }

  @Test
  void augmentationIsOffUnlessConfigured() {
    PointCloudConfig config = plugin.defaults();

    assertThat(plugin.create(config).augmentation().isNone()).isTrue();
    assertThat(
            plugin
                .create(config.withAugmentation(AugmentationConfig.modelNet40()))
                .augmentation()
                .isNone())
        .isFalse();
  }

  @Test
  void filesLargerThanTheirPointsCanBeAreRefused() {
    byte[] large = new byte[(16 << 20) + 300];
    Modality<PointCloud> modality =
        plugin.create(plugin.defaults().withSources(InvalidPoints.DROP, 1));

    assertThatThrownBy(() -> modality.reader().read(new MemorySource("a.pcd", large)))
        .hasMessage(
            "a.pcd: larger than 16777472 bytes, more than a cloud of 1 points needs; raise"
                + " maxPoints to accept it");
  }

  @Test
  void aMeshOfOneTriangleIsSampledTheSameWayEveryTime() throws IOException {
    MemorySource file =
        new MemorySource("a.off", "OFF 3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n".getBytes(US_ASCII));
    Modality<PointCloud> modality = plugin.create(plugin.defaults());

    assertThat(modality.reader().read(file)).isEqualTo(modality.reader().read(file));
    assertThat(modality.reader().read(file).isMesh()).isTrue();
  }
}
