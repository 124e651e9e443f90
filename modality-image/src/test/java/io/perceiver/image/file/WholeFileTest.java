package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.Pictures;
import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a file promises is compared with what it holds, and what lies around the image is not it.
 */
class WholeFileTest {
  private final ImageDecoder decoder = new ImageDecoder(100_000, 255);

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private Raster decode(byte[] file) throws IOException {
    return decoder.decode(new MemorySource("a", file));
  }

  private void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining(reason);
  }

  private static byte[] jpeg() {
    return Files.written("a.jpeg", BufferedImage.TYPE_INT_RGB).bytes();
  }

  private static byte[] png() {
    return Files.written("a.png", BufferedImage.TYPE_INT_RGB).bytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour.jpeg", "colour.png", "colour.gif", "colour.bmp"})
  void bytesAfterTheImageDoNotMatter(String name) throws IOException {
    byte[] file = Files.written(name, BufferedImage.TYPE_INT_RGB).bytes();
    byte[] film = new byte[2_000_000];
    new Random(1).nextBytes(film);
    // as many false scans as nobody would accept
    for (int i = 0; i < 1000; i++) {
      film[3 * i] = -1;
      film[3 * i + 1] = (byte) 0xda;
    }

    assertThat(decode(joined(file, film))).isEqualTo(decode(file));
  }

  @ParameterizedTest
  @CsvSource({"colour.jpeg, 2", "colour.gif, 1", "colour.png, 12"})
  void onlyAnEndMarkMayBeMissing(String name, int bytes) throws IOException {
    byte[] file = Files.written(name, BufferedImage.TYPE_INT_RGB).bytes();

    assertThat(decode(Arrays.copyOf(file, file.length - bytes))).isEqualTo(decode(file));
  }

  @Test
  void aJpegCutWithinItsDataIsRefusedEvenWithAnEndMark() {
    byte[] half = Arrays.copyOf(jpeg(), jpeg().length - 40);

    assertRefused(half, "premature end of data segment");
    assertRefused(joined(half, new byte[] {-1, (byte) 0xd9}), "premature end of data segment");
  }

  @Test
  void aProgressiveJpegWithoutItsLastScansIsRefused() {
    byte[] file = Files.stored("progressive.jpg").bytes();
    int last = file.length - 1;
    while (file[last] != -1 || file[last + 1] != (byte) 0xda) {
      last--;
    }
    byte[] cut = joined(Arrays.copyOf(file, last), new byte[] {-1, (byte) 0xd9});

    assertRefused(cut, "its scans leave ");
  }

  @Test
  void profilesAndFillBytesChangeNothing() throws IOException {
    byte[] broken = {
      -1,
      (byte) 0xe2,
      0,
      20,
      'I',
      'C',
      'C',
      '_',
      'P',
      'R',
      'O',
      'F',
      'I',
      'L',
      'E',
      0,
      1,
      9,
      1,
      2,
      3,
      4
    };
    byte[] fill = {-1, -1, -1};
    byte[] start = Arrays.copyOf(jpeg(), 2);
    byte[] rest = Arrays.copyOfRange(jpeg(), 2, jpeg().length);

    assertThat(decode(joined(start, broken, fill, rest))).isEqualTo(decode(jpeg()));
  }

  @Test
  void inksAreConvertedAsByPillow() throws IOException {
    // both files and their conversion by Pillow 9.4
    assertThat(decoder.decode(Files.stored("inks.jpg")))
        .isEqualTo(decoder.decode(Files.stored("inks.jpg.png")));
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
    chunk.putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, content.length + 4);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  @Test
  void aPngWithAWrongChecksumIsRefused() {
    byte[] file = png();
    file[file.length - 20] ^= 1;

    assertRefused(file, "damaged: the chunk IDAT at byte 33 has the checksum ");
  }

  @Test
  void aPngOfFewerRowsThanItSaysIsRefused() {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[11]);
    deflater.finish();
    byte[] row = new byte[100];
    row = Arrays.copyOf(row, deflater.deflate(row));
    deflater.end();
    byte[] header = {0, 0, 0, 10, 0, 0, 0, 4, 8, 0, 0, 0, 0};
    byte[] file =
        joined(
            Arrays.copyOf(png(), 8),
            chunk("IHDR", header),
            chunk("IDAT", row),
            chunk("IEND", new byte[0]));

    assertRefused(file, "damaged or cut short as PNG");
  }

  @Test
  void aPngIsTurnedByItsExif() throws IOException {
    ByteBuffer exif = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    exif.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putInt(6);
    byte[] file = png();
    byte[] turned =
        joined(
            Arrays.copyOf(file, 33),
            chunk("eXIf", exif.array()),
            Arrays.copyOfRange(file, 33, file.length));

    assertThat(decode(turned)).isEqualTo(new Orientation(6).upright(decode(file)));
  }

  @Test
  void aGifShowsItsFirstFrameOnItsCanvas() throws IOException {
    byte[] file = Files.written("a.gif", BufferedImage.TYPE_INT_RGB).bytes();
    // the screen becomes 20 × 30 (wide, high), the frame lies 3 from the left and 5 from the top
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(6, (short) 20).putShort(8, (short) 30);
    int frame = 13 + (3 << (file[10] & 7) + 1);
    while (file[frame] != ',' || bytes.getShort(frame + 5) != 12) {
      frame++;
    }
    bytes.putShort(frame + 1, (short) 3).putShort(frame + 3, (short) 5);
    Raster canvas = decode(file);

    assertThat(canvas.toString()).isEqualTo("30 × 20 × 3 raster");
    assertThat(canvas.sample(4, 3, 0)).isEqualTo(255);
    assertThat(canvas.sample(5, 3, 2)).isEqualTo(100);
    assertThat(canvas.sample(5 + 15, 3 + 11, 1)).isEqualTo(220);
    assertThat(canvas.sample(5 + 15, 3 + 12, 1)).isEqualTo(255);
  }

  @Test
  void aGifWhoseDataEndBeforeTheFrameIsRefused() {
    byte[] file = Files.written("a.gif", BufferedImage.TYPE_INT_RGB).bytes();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int frame = 13 + (3 << (file[10] & 7) + 1);
    while (file[frame] != ',' || bytes.getShort(frame + 5) != 12) {
      frame++;
    }
    bytes.putShort(frame + 7, (short) 99);

    assertRefused(file, "its first frame has 1188 pixels, but its data hold 192");
  }

  @Test
  void anOs2BitmapIsReadAndACutOneRefused() throws IOException {
    byte[] file = Files.written("a.bmp", BufferedImage.TYPE_INT_RGB).bytes();
    byte[] longer =
        joined(Arrays.copyOf(file, 54), new byte[24], Arrays.copyOfRange(file, 54, file.length));
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(10, 78).putInt(14, 64);

    assertThat(decode(longer)).isEqualTo(Pictures.gradient());
    assertRefused(Arrays.copyOf(longer, longer.length - 1), "cut short: 16 × 12 pixels of 24 bits");
  }

  @ParameterizedTest
  @CsvSource({
    "P2 3 1 255 0 7 255, 0 7 255",
    "P2 # two\\n3 1 15 0 5 15, 0 85 255",
    "P1 3 1 1 01, 0 255 0",
    "P3 1 1 255 1 2 3, 1 2 3",
    "P5 3 1 255 abc, 97 98 99",
    "P6 1 1 255 abc, 97 98 99"
  })
  void netpbmIsRead(String file, String expected) throws IOException {
    byte[] bytes = file.replace("\\n", "\n").getBytes(StandardCharsets.US_ASCII);

    assertThat(Pictures.samples(decode(bytes)))
        .containsExactly(Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void netpbmOfSixteenBitsIsKept() throws IOException {
    assertThat(decode("P2 2 1 65535 258 65535".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Raster.ofShorts(1, 2, 1, new short[] {258, -1}));
  }

  @ParameterizedTest
  @CsvSource({
    "P2 3 1 15 1 2 16, 'sample 2 is 16, more than the largest'",
    "P5 3 2 255 abcde, '6 bytes of samples, but 5 are there'",
    "P2 3 1 255 1 2, 'no number for sample 2 of 3'",
    "P2 3 1 70000 1 2 3, 'samples up to 70000'"
  })
  void netpbmThatBreaksItsPromiseIsRefused(String file, String reason) {
    assertRefused(file.getBytes(StandardCharsets.US_ASCII), reason);
  }

  @Test
  void palettesAreReadAsIndices() throws IOException {
    ImageDecoder indices = new ImageDecoder(1000, 0, true, java.util.List.of());
    Raster image =
        indices.decode(
            new MemorySource("a.pgm", "P2 2 1 15 3 15".getBytes(StandardCharsets.US_ASCII)));

    assertThat(image).isEqualTo(Raster.ofIndices(1, 2, new short[] {3, 15}));
    assertThatThrownBy(() -> indices.decode(new MemorySource("a.jpg", jpeg())))
        .hasMessageContaining("colour: index reads palette and grey images");
  }
}
