package io.perceiver.pointcloud.npy;

import io.perceiver.pointcloud.fuzz.Fuzzer;
import io.perceiver.pointcloud.read.Reading;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NpyFuzzTest {
  private static final List<byte[]> SEEDS =
      List.of(
          NpyBytes.of("<f4", "False", "(2, 3)", 1, 1, 2, 3, 4, 5, 6),
          NpyBytes.of(">f8", "True", "(1, 6)", 2, 1, 2, 3, 4, 5, 6));

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(400), file -> Reading.read("a.npy", file));
  }
}
