package io.perceiver.image.idx;

import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static io.perceiver.image.idx.IdxBytes.gzip;
import static io.perceiver.image.idx.IdxBytes.shape;
import static io.perceiver.image.idx.IdxBytes.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.ImageConfig;
import io.perceiver.image.RasterReader;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
  private static final MemorySource IMAGES =
      source("images", shape(2, 2, 3), 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255);

  @Test
  void imagesLieOneAfterTheOtherRowByRow() throws IOException {
    IdxFile file = IdxFile.read(IMAGES);

    assertThat(file.count()).isEqualTo(2);
    assertThat(file.image(0)).isEqualTo(raster(2, 3, 1, 0, 1, 2, 3, 4, 5));
    assertThat(file.image(1)).isEqualTo(raster(2, 3, 1, 250, 251, 252, 253, 254, 255));
  }

  @Test
  void labelsAreUnsigned() throws IOException {
    IdxFile file = IdxFile.read(source("labels", shape(3), 9, 0, 255));

    assertThat(file.holdsLabels()).isTrue();
    assertThat(new int[] {file.label(0), file.label(1), file.label(2)}).containsExactly(9, 0, 255);
  }

  @Test
  void gzipIsToldByItsBytes() throws IOException {
    IdxFile file = IdxFile.read(new MemorySource("images", gzip(IMAGES.bytes())));

    assertThat(file.image(1)).isEqualTo(IdxFile.read(IMAGES).image(1));
  }

  @Test
  void colourImagesHaveTheirChannelsLast() throws IOException {
    IdxFile file = IdxFile.read(source("colour", shape(1, 1, 2, 3), 1, 2, 3, 4, 5, 6));

    assertThat(file.image(0)).isEqualTo(raster(1, 2, 3, 1, 2, 3, 4, 5, 6));
  }

  @Test
  void recordsHaveTheModelsChannels() throws IOException {
    RasterReader reader = new RasterReader(ImageConfig.ofPixels(2, 2, Colour.RGB));

    try (RecordFile<Raster> records = reader.openRecords(source("i", shape(1, 1, 2), 7, 8))) {
      assertThat(records.count()).isEqualTo(1);
      assertThat(samples(records.read(0))).containsExactly(7, 7, 7, 8, 8, 8);
      assertThatThrownBy(() -> records.read(1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> records.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void everyCutIsRefused() {
    for (int length = 0; length < IMAGES.size(); length++) {
      MemorySource cut = IMAGES.cut(length);
      assertThatThrownBy(() -> IdxFile.read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessageStartingWith("images: ");
    }
  }

  @Test
  void everyCutOfAGzipIsRefused() {
    MemorySource packed = new MemorySource("images.gz", gzip(IMAGES.bytes()));
    for (int length = 0; length < packed.size(); length++) {
      MemorySource cut = packed.cut(length);
      assertThatThrownBy(() -> IdxFile.read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessageStartingWith("images.gz: ");
    }
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of(
            source("x", shape(3, 2), 1, 2, 3, 4, 5),
            "x: its IDX header says 3 × 2 = 6 values, but the file ends after 5"),
        Arguments.of(
            source("x", shape(2, 2), 1, 2, 3, 4, 5),
            "x: its IDX header says 2 × 2 = 4 values, but the file goes on after them"),
        // 1.9 GB of values in a file of 17 bytes
        Arguments.of(
            source("x", shape(700_000, 52, 52), 1),
            "x: its IDX header says 700000 × 52 × 52 = 1892800000 values, but the file ends after 1"),
        Arguments.of(
            new MemorySource("x", gzip(IdxBytes.file(shape(700_000, 52, 52), 1))),
            "x: its IDX header says 700000 × 52 × 52 = 1892800000 values, but the file ends after 1"),
        // products beyond 2^31, 2^63 and 2^64
        Arguments.of(
            source("x", shape(60_000, 60_000), 1),
            "x: its IDX header says 60000 × 60000 values; at most 2147483639 are read"),
        Arguments.of(
            source("x", shape(1 << 30, 1 << 30, 1 << 30, 1 << 30), 1),
            "x: its IDX header says 1073741824 × 1073741824 × 1073741824 × 1073741824 values; at"
                + " most 2147483639 are read"),
        Arguments.of(
            source("x", shape(2, -1), 1),
            "x: its IDX header says that axis 1 has size 4294967295; allowed: 1 to 2147483647"),
        Arguments.of(
            source("x", shape(0)),
            "x: its IDX header says that axis 0 has size 0; allowed: 1 to 2147483647"),
        Arguments.of(
            new MemorySource("x", new byte[] {0, 0, 0x0d, 1, 0, 0, 0, 1, 0, 0, 0, 0}),
            "x: IDX values of type 0x0d; only unsigned bytes, 0x08, are read"),
        Arguments.of(
            new MemorySource("x", new byte[] {0, 0, 8, 5}),
            "x: IDX data of 5 axes; allowed: 1 for labels, 3 or 4 for images"),
        Arguments.of(
            new MemorySource("x", new byte[] {'t', 'e', 'x', 't'}),
            "x: not an IDX file, which begins with 00 00 08; this one begins with 74 65 78 74"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aHeaderThatLiesIsRefused(MemorySource file, String message) {
    assertThatThrownBy(() -> IdxFile.read(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(message);
  }

  @Test
  void recordsMustBeImages() {
    RasterReader reader = new RasterReader(ImageConfig.defaults().withMaxPixels(5));

    assertThatThrownBy(() -> reader.openRecords(source("labels", shape(1), 3)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("labels: an IDX file of shape [1] holds no images;");
    assertThatThrownBy(() -> reader.openRecords(source("pairs", shape(1, 1, 1, 2), 3, 4)))
        .hasMessageStartingWith("pairs: an IDX file of shape [1, 1, 1, 2] holds no images;");
    assertThatThrownBy(() -> reader.openRecords(IMAGES))
        .hasMessageStartingWith("images: its images have 6 pixels, more than the 5 allowed;");
  }
}
