package io.perceiver.pointcloud.stl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perceiver.pointcloud.Clouds;
import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StlFuzzTest {
  private static final List<byte[]> SEEDS =
      List.of(
          StlBytes.binary(Clouds.tetrahedron(), "solid"),
          StlBytes.text(Clouds.tetrahedron(), "a").getBytes(US_ASCII));

  /** Makes the number of triangles right. */
  private static byte[] repair(byte[] file) {
    if (file.length >= 84 && file[0] != 's') {
      ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(80, (file.length - 84) / 50);
    }
    return file;
  }

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    new Fuzzer(SEEDS, StlFuzzTest::repair, 8 << 20)
        .run(Duration.ofMillis(500), file -> Reading.read("a.stl", file));
  }
}
