package io.perceiver.pointcloud.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.obj.ObjFile;
import io.perceiver.pointcloud.off.OffFile;
import io.perceiver.pointcloud.pcd.PcdFile;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.Reading;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A format is told by the first 1,024 bytes, whatever comments they hold. */
class StartOfFileTest {

  private static FileBytes file(String name, String text, int most) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new FileBytes(name, Arrays.copyOf(bytes, Math.min(most, bytes.length)));
  }

  private static void assertTold(Predicate<FileBytes> matches, String name, String text)
      throws UnreadableExampleException {
    assertThat(matches.test(file(name, text, 1024))).as("by the start of %s", name).isTrue();
    assertThat(matches.test(file(name, text, text.length()))).as("by all of %s", name).isTrue();
    assertThat(Reading.read(name, text).size()).isEqualTo(3);
  }

  @ParameterizedTest
  // the first word lies before, across and after the end of the start
  @ValueSource(ints = {0, 500, 1015, 1017, 1018, 1019, 1020, 1021, 1022, 1100})
  void filesMayBeginWithComments(int length) throws UnreadableExampleException {
    String comment = "#" + "x".repeat(length) + "\n";
    assertTold(OffFile::matches, "a.off", comment + "OFF\n3 0 0\n0 0 0\n1 0 0\n0 1 0\n");
    assertTold(ObjFile::matches, "a.obj", comment + "mtllib a\nv 0 0 0\nv 1 0 0\nv 0 1 0\n");
    assertTold(
        PcdFile::matches,
        "a.pcd",
        comment
            + "VERSION 0.7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nWIDTH 3\nHEIGHT 1\nDATA ascii\n"
            + "0 0 0\n1 0 0\n0 1 0\n");
  }

  @Test
  void commentsAloneSayNothingUnderOtherNames() {
    String comment = "#" + "x".repeat(2000);

    assertThat(OffFile.matches(file("a.txt", comment, 3000))).isFalse();
    assertThat(PcdFile.matches(file("a.txt", comment, 3000))).isFalse();
    assertThat(ObjFile.matches(file("a.txt", comment, 3000))).isFalse();
  }
}
