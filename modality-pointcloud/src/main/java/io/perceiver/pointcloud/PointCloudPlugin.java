package io.perceiver.pointcloud;

import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.pointcloud.augment.PointCloudAugmentation;
import io.perceiver.pointcloud.cloud.PointCloud;

/** The modality {@code pointcloud}. */
public final class PointCloudPlugin implements ModalityPlugin<PointCloudConfig, PointCloud> {
  // A quarter of the paper's 64 bands, up to details of a sixteenth of the cube; the paper's 1120
  // asks
  // for many more examples.
  private static final PositionEncoding POSITIONS = FourierFeatures.of(16, 32);

  @Override
  public String name() {
    return "pointcloud";
  }

  @Override
  public PointCloudConfig defaults() {
    return PointCloudConfig.defaults();
  }

  @Override
  public Modality<PointCloud> create(PointCloudConfig config) {
    return new Modality<>(
        new PointCloudReader(config),
        new PointCloudAugmentation(config.augmentation(), config.sampler(), config.normalise()),
        new PointTokenizer(config),
        POSITIONS,
        InputAdapter.identity());
  }
}
