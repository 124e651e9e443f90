package io.perceiver.pointcloud.pcd;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PcdFuzzTest {
  private static final PointCloud CLOUD = Clouds.full(12, 3);
  private static final List<byte[]> SEEDS =
      List.of(PcdBytes.ascii(CLOUD), PcdBytes.binary(CLOUD), PcdBytes.compressed(CLOUD));

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(700), file -> Reading.read("a.pcd", file, Channel.values()));
  }
}
