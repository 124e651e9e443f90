package io.perceiver.pointcloud.obj;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjFuzzTest {
  private static final List<byte[]> SEEDS =
      Stream.of(
              "v 0 0 0\nv 1 0 0 1\nv 0 1 0\nvt 0 0\nvn 0 0 1\ng a\nf 1/1/1 2/1/1 3/1/1\nf -1 -2 -3\n",
              "# x\nv 0 0 0 1 0 0\nv 4 0 0 1 0 0\nv 4 4 0 1 0 0\nv 2 1 0 1 0 0\nv 0 4 0 1 0 0\n"
                  + "f 1 2 \\\n3 4 5\n",
              "v 1 2 3\nvn 0 0 1\nv 4 5 6\nvn 0 0 1\n")
          .map(text -> text.getBytes(US_ASCII))
          .toList();

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(300), file -> Reading.read("a.obj", file));
  }

  @Test
  void damagedNormalsAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(300), file -> Reading.read("a.obj", file, Channel.NORMALS));
  }
}
