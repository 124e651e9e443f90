package io.perceiver.image.file;

import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

  /** A JPEG with an EXIF block of one tag in front. */
  private static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.put(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0});
    exif.order(order)
        .put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(exif.array());
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  private static Orientation of(byte[] jpeg) throws UnreadableExampleException {
    return Orientation.of(jpeg, JpegFile.walk("a.jpg", jpeg).exif());
  }

  // the rows "1 2 3" and "4 5 6" as stored, and as seen; see the EXIF standard's figure of an F
  @ParameterizedTest
  @CsvSource({
    "1, 2, 1 2 3 4 5 6",
    "2, 2, 3 2 1 6 5 4",
    "3, 2, 6 5 4 3 2 1",
    "4, 2, 4 5 6 1 2 3",
    "5, 3, 1 4 2 5 3 6",
    "6, 3, 4 1 5 2 6 3",
    "7, 3, 6 3 5 2 4 1",
    "8, 3, 3 6 2 5 1 4"
  })
  void turnsTheImageUpright(int tag, int height, String expected) {
    Raster upright = new Orientation(tag).upright(raster(2, 3, 1, 1, 2, 3, 4, 5, 6));

    assertThat(upright.height()).isEqualTo(height);
    assertThat(samples(upright))
        .containsExactly(Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void isReadFromWebpEvenStoredAsALong() throws IOException {
    byte[] simple = Files.stored("simple.webp").bytes();
    ByteBuffer frame = ByteBuffer.wrap(simple).order(ByteOrder.LITTLE_ENDIAN);
    int width = frame.getShort(26) & 0x3fff;
    int height = frame.getShort(28) & 0x3fff;
    ByteBuffer file = ByteBuffer.allocate(12 + 18 + simple.length - 12 + 8 + 26);
    file.order(ByteOrder.LITTLE_ENDIAN).put(simple, 0, 4).putInt(file.capacity() - 8);
    file.put(simple, 8, 4).put(new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0, 8, 0, 0, 0});
    file.putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1)).put((byte) 0);
    file.put(simple, 12, simple.length - 12).put(new byte[] {'E', 'X', 'I', 'F', 26, 0, 0, 0});
    file.put(new byte[] {'I', 'I'}).putShort((short) 42).putInt(8).putShort((short) 1);
    file.putShort((short) 0x0112).putShort((short) 4).putInt(1).putInt(6).putInt(0);

    ImageDecoder decoder = new ImageDecoder(10_000, 255);
    Raster plain = decoder.decode(new MemorySource("a.webp", simple));
    Raster turned = decoder.decode(new MemorySource("b.webp", file.array()));
    assertThat(turned).isEqualTo(new Orientation(6).upright(plain)).isNotEqualTo(plain);
  }

  @Test
  void isReadFromJpegInEitherByteOrder() throws IOException {
    byte[] jpeg = Files.written("a.jpeg", BufferedImage.TYPE_INT_RGB).bytes();
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      assertThat(of(withExif(jpeg, 6, order))).isEqualTo(new Orientation(6));
    }
    assertThat(of(jpeg)).isEqualTo(Orientation.UPRIGHT);
    assertThat(of(withExif(jpeg, 9, ByteOrder.BIG_ENDIAN))).isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void decodingAppliesIt() throws IOException {
    byte[] jpeg = Files.written("a.jpeg", BufferedImage.TYPE_INT_RGB).bytes();
    ImageDecoder decoder = new ImageDecoder(1000, 0);
    Raster stored = decoder.decode(new MemorySource("a.jpeg", jpeg));

    Raster seen =
        decoder.decode(new MemorySource("a.jpeg", withExif(jpeg, 6, ByteOrder.LITTLE_ENDIAN)));

    assertThat(seen).isEqualTo(new Orientation(6).upright(stored));
    assertThat(seen.height()).isEqualTo(12);
  }

  @Test
  void aDamagedBlockCountsAsUpright() throws IOException {
    byte[] jpeg = Files.written("a.jpeg", BufferedImage.TYPE_INT_RGB).bytes();
    byte[] whole = withExif(jpeg, 6, ByteOrder.LITTLE_ENDIAN);
    for (int length = 0; length < 26; length++) {
      ByteBuffer tiff = ByteBuffer.wrap(Arrays.copyOfRange(whole, 12, 12 + length));
      assertThat(Orientation.of(tiff).tag()).isBetween(1, 8);
    }
    byte[] farDirectory = whole.clone();
    ByteBuffer.wrap(farDirectory).order(ByteOrder.LITTLE_ENDIAN).putInt(2 + 14, Integer.MAX_VALUE);
    assertThat(of(farDirectory)).isEqualTo(Orientation.UPRIGHT);
  }
}
