package io.perceiver.image.file;

import io.perceiver.api.MemorySource;
import io.perceiver.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** One file of every kind; those ImageIO cannot write were made by Pillow 12.3.0. */
final class Files {
  private Files() {}

  static Stream<MemorySource> all() {
    Stream<MemorySource> written =
        Stream.of("png", "jpeg", "gif", "bmp", "tiff")
            .map(format -> written("colour." + format, BufferedImage.TYPE_3BYTE_BGR));
    Stream<MemorySource> others =
        Stream.of(
            written("grey.png", BufferedImage.TYPE_BYTE_GRAY),
            written("grey.jpeg", BufferedImage.TYPE_BYTE_GRAY),
            written("palette.png", BufferedImage.TYPE_BYTE_INDEXED));
    Stream<MemorySource> stored =
        Stream.of(
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "rawalpha.webp",
                "q0one.webp",
                "cmyk.jpg",
                "inks.jpg",
                "progressive.jpg")
            .map(Files::stored);
    Stream<MemorySource> made =
        Stream.of(
            TiffBytes.grey(new float[] {0, 0.25f, 0.5f, 1}),
            TiffBytes.big(new byte[12], 2, 2),
            new MemorySource("text.pgm", "P2 2 1 255 7 8 ".getBytes(StandardCharsets.US_ASCII)),
            new MemorySource("bytes.ppm", "P6 2 1 255 abcdef".getBytes(StandardCharsets.US_ASCII)));
    return Stream.of(written, others, stored, made).flatMap(files -> files);
  }

  /** {@link Pictures#gradient} in a file of the format its name ends with. */
  static MemorySource written(String name, int type) {
    String format = name.substring(name.indexOf('.') + 1);
    return new MemorySource(name, Pictures.encode(Pictures.gradient(type), format));
  }

  /** {@link Pictures#gradient}; in {@code alpha.webp} its left half is transparent. */
  static MemorySource stored(String name) {
    try (InputStream stream = Objects.requireNonNull(Files.class.getResourceAsStream(name))) {
      return new MemorySource(name, stream.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
