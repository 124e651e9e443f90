package io.perceiver.pointcloud.ply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
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

  private static final List<byte[]> STRIPS =
      List.of(
          """
          ply\rformat binary_big_endian 1.0\relement tristrips 1\r\
          property list uchar char a\relement vertex 4\r\
          property char x\rproperty char y\rproperty char z\rend_header\r\
          \6\0\1\2\377\1\3\0\0\0\1\0\0\0\1\0\4\4\4"""
              .getBytes(ISO_8859_1));

  @Test
  void damagedStripsAreReadOrRefused() throws InterruptedException {
    new Fuzzer(STRIPS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(300), file -> Reading.read("a.ply", file));
  }

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(700), file -> Reading.read("a.ply", file, Channel.values()));
  }
}
