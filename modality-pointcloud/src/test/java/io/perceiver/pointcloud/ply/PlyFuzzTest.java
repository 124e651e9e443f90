package io.perceiver.pointcloud.ply;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.fuzz.Fuzzer;
import io.perceiver.pointcloud.read.Reading;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlyFuzzTest {
  private static final List<byte[]> SEEDS =
      Stream.of("ascii", "binary_little_endian", "binary_big_endian")
          .map(format -> PlyBytes.of(Clouds.full(8, 3), format, new int[] {0, 1, 2, 3}))
          .toList();

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(700), file -> Reading.read("a.ply", file, Channel.values()));
  }
}
