package io.perceiver.pointcloud.npy;

import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NpyFuzzTest {
  private static final List<byte[]> SEEDS =
      List.of(
          NpyBytes.of("<f4", "False", "(2, 3)", 1, 1, 2, 3, 4, 5, 6),
          NpyBytes.of(">f8", "True", "(1, 6)", 2, 1, 2, 3, 4, 5, 6),
          NpyBytes.raw("'<f2'", "(1, 3)", new byte[6]),
          NpyBytes.raw("[('x', '<f4'), ('y', '|i1'), ('z', '>u8')]", "(1,)", new byte[13]),
          NpzBytes.stored("p.npy", NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3)),
          NpzBytes.deflated("p.npy", NpyBytes.of("<f4", "False", "(1, 3)", 1, 1, 2, 3)));

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(400), file -> Reading.read("a.npy", file));
  }
}
