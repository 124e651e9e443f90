package io.perceiver.pointcloud.las;

import static io.perceiver.pointcloud.read.Reading.assertRefused;
import static io.perceiver.pointcloud.read.Reading.assertRefusedWhereverCut;
import static io.perceiver.pointcloud.read.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LasFileTest {
  private static final byte[] FILE = new LasBytes(2, 3, 34, 28).records(2).bytes();

  /** Sizes and offsets by the tables of LAS 1.4 R15. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 20, -1",
    "1, 1, 28, -1",
    "2, 2, 26, 20",
    "2, 3, 34, 28",
    "3, 4, 57, -1",
    "3, 5, 63, 28",
    "4, 1, 28, -1",
    "4, 6, 30, -1",
    "4, 7, 36, 30",
    "4, 8, 38, 30",
    "4, 9, 59, -1",
    "4, 10, 67, 30",
  })
  void everyPointFormatIsRead(int minor, int format, int bytes, int colour)
      throws UnreadableExampleException {
    for (int extra : new int[] {0, 7}) {
      byte[] file = new LasBytes(minor, format, bytes + extra, colour).records(1).bytes();

      PointCloud cloud = read("scan", file, Channel.INTENSITY);

      assertThat(cloud.coordinates())
          .containsExactly(1000, 2000, 3000, 1000.5, 2005, 2999.5, 1001, 2010, 2999);
      assertThat(cloud.channel(Channel.INTENSITY)).containsExactly(0, 1000 / 65535f, 2000 / 65535f);
      if (colour < 0) {
        assertRefused("scan", file, Channel.COLOUR).hasMessageContaining("has no colour");
      } else {
        assertThat(read("scan", file, Channel.COLOUR).channel(Channel.COLOUR))
            .startsWith(-1, -1, -1)
            .endsWith(level(200), level(400), level(600));
      }
    }
  }

  private static float level(int colour) {
    return level(colour, 65535);
  }

  private static float level(int colour, double largest) {
    return (float) (colour / largest * 2 - 1);
  }

  @Test
  void coloursOfEightBitsAreToldByTheirLargest() throws UnreadableExampleException {
    byte[] eight = new LasBytes(2, 2, 26, 20).points(2).bytes();
    ByteBuffer bytes = ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN);
    int at = eight.length - 6;
    bytes.putShort(at, (short) 85).putShort(at + 2, (short) 170).putShort(at + 4, (short) 255);

    assertThat(read("a.las", eight, Channel.COLOUR).channel(Channel.COLOUR))
        .containsExactly(-1, -1, -1, level(85, 255), level(170, 255), 1);

    bytes.putShort(at + 4, (short) 256);
    assertThat(read("a.las", eight, Channel.COLOUR).channel(Channel.COLOUR))
        .endsWith(level(85), level(170), level(256));
  }

  @Test
  void intensitiesAndColoursAreUnsigned() throws UnreadableExampleException {
    byte[] file = new LasBytes(2, 2, 26, 20).level(109).points(3).bytes();

    // 2 × 300 × 109
    assertThat(read("a.las", file, Channel.COLOUR).channel(Channel.COLOUR)[8])
        .isEqualTo(level(65400));
  }

  @Test
  void recordsMayFollowThePoints() throws UnreadableExampleException {
    for (byte[] file :
        new byte[][] {
          new LasBytes(4, 7, 36, 30).lastRecord(40).bytes(),
          new LasBytes(3, 4, 57, -1).lastRecord(40).bytes()
        }) {
      assertThat(read("a.las", file).size()).isEqualTo(3);
      assertRefused("a.las", Arrays.copyOf(file, file.length - 1))
          .hasMessageContaining("cut short: its LAS header says 1 records after the points");
      assertRefused("a.las", Arrays.copyOf(file, file.length + 1))
          .hasMessageContaining("points of ")
          .hasMessageContaining("but the file has " + (file.length + 1));
    }
  }

  @Test
  void filesAreRefusedWhereverTheyAreCut() {
    assertRefusedWhereverCut("a.las", FILE);
    assertRefusedWhereverCut("a.las", new LasBytes(4, 7, 36, 30).lastRecord(9).bytes());
  }

  @Test
  void pointsBeyondTheNumberInTheHeaderAreRefused() {
    assertRefused("a.las", Arrays.copyOf(FILE, FILE.length + 34))
        .hasMessage(
            "a.las: its LAS header says 3 points of 34 bytes from byte 347, which end at byte 449,"
                + " but the file has 483");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24 | 1 | 2 | LAS version 2.2 is not read; allowed: 1.0 to 1.4",
        "25 | 1 | 5 | LAS version 1.5 is not read",
        "25 | 1 | 4 | its LAS header says that it has 227 bytes; version 1.4 has at least 375",
        "94 | 2 | 226 | its LAS header says that it has 226 bytes; version 1.2 has at least 227",
        "94 | 2 | 60000 | its LAS header says that it has 60000 bytes",
        "96 | 4 | 100 | says that the points begin at byte 100; the file has 449",
        "96 | 4 | 344 | its LAS header says 2 variable length records, but number 2 reaches beyond",
        "96 | 4 | -1 | says that the points begin at byte 4294967295; the file has 449",
        "100 | 4 | 3 | says 3 variable length records, but number 3 reaches beyond byte 347",
        "100 | 4 | -1 | says 4294967295 variable length records, but number 3 reaches beyond",
        "104 | 1 | 11 | its LAS points are of format 11; allowed: 0 to 10",
        "105 | 2 | 33 | its LAS header says 33 bytes for each point, but format 3 has 34",
        "107 | 4 | 0 | its header says 0 points; allowed: 1 or more",
        "107 | 4 | 2 | its LAS header says 2 points of 34 bytes from byte 347",
        "107 | 4 | 4 | cut short: its header says 4 points of at least 34 bytes, but 102 bytes",
        "107 | 4 | -1 | 4294967295 points, more than the 10000 allowed",
      })
  void refusesWhatCannotBe(int at, int size, int value, String reason) {
    byte[] file = FILE.clone();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    switch (size) {
      case 1 -> bytes.put(at, (byte) value);
      case 2 -> bytes.putShort(at, (short) value);
      default -> bytes.putInt(at, value);
    }

    assertRefused("a.las", file).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"131, 0", "139, NaN", "147, Infinity", "155, NaN"})
  void scalesMustBeNumbersToScaleBy(int at, double value) {
    byte[] file = FILE.clone();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putDouble(at, value);

    assertRefused("a.las", file)
        .hasMessageContaining("allowed: finite numbers, and a scale other than 0");
  }

  @Test
  void bothCountsOfVersion14MustAgree() {
    byte[] file = new LasBytes(4, 1, 28, -1).bytes();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(107, 2);

    assertRefused("a.las", file)
        .hasMessageContaining("it says 3 points, and 2 where older programs look");
  }

  @Test
  void compressedFilesAreNotLas() {
    byte[] laz = FILE.clone();
    laz[104] |= (byte) 0x80;

    assertThat(LasFile.matches(new FileBytes("a.las", FILE))).isTrue();
    assertThat(LasFile.matches(new FileBytes("a.las", Arrays.copyOf(FILE, 200)))).isTrue();
    assertThat(LasFile.matches(new FileBytes("a.las", laz))).isFalse();
  }
}
