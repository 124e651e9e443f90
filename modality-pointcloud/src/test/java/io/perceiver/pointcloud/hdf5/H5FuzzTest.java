package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.MemorySource;
import io.perceiver.pointcloud.Clouds;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H5FuzzTest {
  @TempDir private Path folder;

  @Test
  void damagedFilesAreReadOrRefused() throws IOException, InterruptedException {
    List<byte[]> seeds = List.of(H5Bytes.labelled(folder, 3, 1, 2));
    new Fuzzer(seeds, UnaryOperator.identity(), 64 << 20)
        .run(
            Duration.ofSeconds(1),
            file -> {
              try (H5Clouds clouds =
                  H5Clouds.open(new MemorySource("a.h5", file), Clouds.options())) {
                clouds.read(0);
              }
            });
  }
}
