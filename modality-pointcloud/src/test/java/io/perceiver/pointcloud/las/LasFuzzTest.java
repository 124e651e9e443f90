package io.perceiver.pointcloud.las;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LasFuzzTest {
  private static final List<byte[]> SEEDS =
      List.of(
          new LasBytes(2, 3, 34, 28).records(2).bytes(),
          new LasBytes(3, 5, 63, 28).lastRecord(20).bytes(),
          new LasBytes(4, 7, 36, 30).records(1).lastRecord(20).bytes());

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(
            Duration.ofMillis(500),
            file -> Reading.read("a.las", file, Channel.INTENSITY, Channel.COLOUR));
  }
}
