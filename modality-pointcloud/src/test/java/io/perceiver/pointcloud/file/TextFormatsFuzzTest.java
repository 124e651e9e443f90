package io.perceiver.pointcloud.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perceiver.pointcloud.read.Reading;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TextFormatsFuzzTest {

  private static void fuzz(String name, String... seeds) throws InterruptedException {
    List<byte[]> files = List.of(seeds).stream().map(seed -> seed.getBytes(US_ASCII)).toList();
    new Fuzzer(files, UnaryOperator.identity(), 8 << 20)
        .run(Duration.ofMillis(400), file -> Reading.read(name, file));
  }

  @Test
  void damagedMeshesAreReadOrRefused() throws InterruptedException {
    fuzz(
        "a.off",
        "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n",
        "CNOFF4 2 0\n0 0 0 0 0 1 9 9 9\n1 0 0 0 0 1 9 9 9\n0 1 0 0 0 1 9 9 9\n"
            + "1 1 1 0 0 1 9 9 9\n3 0 1 2\n4 0 1 2 3 0.5 0.5 0.5\n",
        "OFF 5 2 0 0 0 0 4 0 0 4 4 0 2 1 0 0 4 0 5 0 1 2 3 4 3 0 1 2",
        "OFF\n4 1 0\n0 0 0 1 2 3\n1 0 0 1 2 3\n0 1 0 1 2 3\n1 1 1 1 2 3\n4 0\n1 3\n2 9\n",
        "ST4OFF # x\n3 1\n0 0 0 1 0 0\n1 0 0 1 0 0\n0 1 0 2 0 0\n#\n3 0 1 2 3\n");
  }

  @Test
  void damagedTextIsReadOrRefused() throws InterruptedException {
    fuzz(
        "a.csv",
        "x,y,z,r,g,b\n1,2,3,4,5,6\n1.5,-2e3,nan,0,0,0\n",
        "1 2 3\n\n# no\n4 5 6\n",
        "sep=;\n\"x [m]\";y [m];z [m];\n0,5;1,5;2,5;\n\"3\";-4,25;5e0;\n",
        "2\n0,5 1,5 2,5 chair\n3 4,25 5 \"a table\"\n",
        "\tx\ty\tz\n0\t.5\t1.5\t7\n",
        "1.5 2 3 0 0.6 -0.8\n2 3 4 0 0 -1\n");
  }
}
