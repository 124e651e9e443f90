package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.Pictures;
import io.perceiver.image.raster.Raster;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private static final int WHITE = 255;
  private final ImageDecoder decoder = new ImageDecoder(50_000_000, WHITE);

  private static MemorySource file(BufferedImage image, String format) {
    return new MemorySource("test." + format, Pictures.encode(image, format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour.png", "colour.gif", "colour.bmp", "colour.tiff"})
  void losslessFormatsKeepEveryPixel(String name) throws IOException {
    assertThat(decoder.decode(Files.written(name, BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(Pictures.gradient());
  }

  @Test
  void losslessWebpKeepsEveryPixel() throws IOException {
    assertThat(decoder.decode(Files.stored("lossless.webp"))).isEqualTo(Pictures.gradient());
  }

  @ParameterizedTest
  @CsvSource({"cmyk.jpg, 2", "progressive.jpg, 5", "lossy.webp, 20", "colour.jpeg, 20"})
  void lossyFormatsComeClose(String name, int tolerance) throws IOException {
    MemorySource source =
        name.equals("colour.jpeg")
            ? Files.written(name, BufferedImage.TYPE_INT_RGB)
            : Files.stored(name);
    Raster image = decoder.decode(source);
    Raster expected = Pictures.gradient();

    assertThat(image.toString()).isEqualTo(expected.toString());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(image.sample(i))
          .as("sample " + i)
          .isBetween(expected.sample(i) - tolerance, expected.sample(i) + tolerance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void greyLevelsAreTakenAsStored(String format) throws IOException {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, 256, 1, IntStream.range(0, 256).toArray());

    assertThat(Pictures.samples(decoder.decode(file(image, format))))
        .containsExactly(IntStream.range(0, 256).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void sixteenBitsAreKept(String format) throws IOException {
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 257, 32768, 65535});

    Raster kept = decoder.decode(file(image, format));
    assertThat(kept)
        .isEqualTo(Raster.ofShorts(1, 4, 1, new short[] {0, 257, (short) 32768, (short) 65535}));
    assertThat(Pictures.samples(kept)).containsExactly(0, 1, 128, 255);
  }

  @Test
  void sixteenBitsOfColourHaveTheirLevels() throws IOException {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster =
        WritableRaster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 3, new Point());
    raster.setPixel(0, 0, new int[] {257 * 10, 257 * 20, 257 * 30});

    assertThat(
            Pictures.samples(
                decoder.decode(file(new BufferedImage(model, raster, false, null), "png"))))
        .containsExactly(10, 20, 30);
  }

  @Test
  void oneBitBecomesBlackAndWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xffffffff);

    assertThat(Pictures.samples(decoder.decode(file(image, "png"))))
        .containsExactly(0, 0, 0, 255, 255, 255);
  }

  @Test
  void transparencyShowsTheBackground() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff102030);
    image.setRGB(1, 0, 0x00102030);
    image.setRGB(2, 0, 0x80000000);

    assertThat(Pictures.samples(decoder.decode(file(image, "png"))))
        .containsExactly(0x10, 0x20, 0x30, 255, 255, 255, 127, 127, 127);
    assertThat(Pictures.samples(new ImageDecoder(100, 10).decode(file(image, "png"))))
        .containsExactly(0x10, 0x20, 0x30, 10, 10, 10, 5, 5, 5);
  }

  @Test
  void transparentPaletteEntriesShowTheBackground() throws IOException {
    byte[] levels = {1, 2};
    IndexColorModel palette = new IndexColorModel(8, 2, levels, levels, levels, 1);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 1});

    assertThat(Pictures.samples(decoder.decode(file(image, "gif"))))
        .containsExactly(1, 1, 1, 255, 255, 255);
  }

  @Test
  void webpTransparencyShowsTheBackground() throws IOException {
    Raster image = decoder.decode(Files.stored("alpha.webp"));

    assertThat(image.sample(3, 5, 0)).isEqualTo(WHITE);
    assertThat(image.sample(3, 6, 0)).isEqualTo(45);
  }

  @Test
  void theNameOfAFileDoesNotMatter() throws IOException {
    byte[] gif = Files.written("x.gif", BufferedImage.TYPE_INT_RGB).bytes();

    assertThat(decoder.decode(new MemorySource("photo.png", gif))).isEqualTo(Pictures.gradient());
  }

  @Test
  void aTextFileIsNoImage() {
    MemorySource text =
        new MemorySource("notes.png", "hello world".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> decoder.decode(text))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "notes.png: is text, it begins with 'hello world'; images are PNG, JPEG, GIF, BMP, TIFF,"
                + " WebP or Netpbm (PBM, PGM, PPM) files");
  }

  @Test
  void anEmptyFileIsNoImage() {
    assertThatThrownBy(() -> decoder.decode(new MemorySource("none.png", new byte[0])))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("none.png: is empty;");
  }

  @Test
  void aCutFileIsNamedWithItsFormat() {
    MemorySource cut = Files.written("colour.png", BufferedImage.TYPE_INT_RGB).cut(200);

    assertThatThrownBy(() -> decoder.decode(cut))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("colour.png: cut short: the chunk at byte ");
  }

  private static MemorySource pngOfClaimedSize(int width, int height) {
    byte[] png = Files.written("huge.png", BufferedImage.TYPE_INT_RGB).bytes();
    // after the signature, a chunk's length and its name IHDR
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    return new MemorySource("huge.png", png);
  }

  @Test
  void aHeaderOfTooManyPixelsIsRefusedBeforeDecoding() {
    assertThatThrownBy(() -> decoder.decode(pngOfClaimedSize(60_000, 60_000)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "huge.png: its header says 60000 × 60000 pixels, more than the 50000000 allowed; raise"
                + " maxPixels to accept it");
  }

  @Test
  void aHeaderThatTheFileCannotFillIsRefusedBeforeDecoding() {
    assertThatThrownBy(() -> decoder.decode(pngOfClaimedSize(7_000, 7_000)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageMatching(
            "huge.png: its header says 7000 × 7000 pixels, which its \\d+ bytes cannot hold");
  }

  @Test
  void theLargestSizeIsAccepted() throws IOException {
    MemorySource image = Files.written("a.png", BufferedImage.TYPE_INT_RGB);

    assertThat(new ImageDecoder(192, 0).decode(image)).isEqualTo(Pictures.gradient());
    assertThatThrownBy(() -> new ImageDecoder(191, 0).decode(image))
        .hasMessageContaining("12 × 16 pixels, more than the 191 allowed");
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    List<MemorySource> files = Files.all().toList();
    List<Raster> alone = decodeAll(files);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Raster>>> together =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> decodeAll(files))).toList();
      for (Future<List<Raster>> result : together) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Raster> decodeAll(List<MemorySource> files) throws IOException {
    List<Raster> images = new ArrayList<>();
    for (MemorySource file : files) {
      images.add(decoder.decode(file));
    }
    return images;
  }
}
