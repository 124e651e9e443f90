package io.perceiver.image.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The image formats read, told by their first bytes and never by a file's name. */
public enum ImageFormat {
  /** Portable Network Graphics. */
  PNG("\u0089PNG\r\n\u001a\n"),

  /** JPEG, baseline or progressive, grey, colour or CMYK. */
  JPEG("\u00ff\u00d8\u00ff"),

  /** GIF; the first frame on its canvas. */
  GIF("GIF87a", "GIF89a"),

  /** Windows bitmap. */
  BMP("BM"),

  /** TIFF or BigTIFF of either byte order; the first page. */
  TIFF("II*\0", "MM\0*", "II+\0", "MM\0+"),

  /** WebP, lossy or lossless; the first frame. */
  WEBP("RIFF????WEBP"),

  /** Netpbm: PBM, PGM and PPM, as text or bytes. */
  PNM("P1", "P2", "P3", "P4", "P5", "P6");

  private final String[] signatures;

  ImageFormat(String... signatures) {
    this.signatures = signatures;
  }

  /** The format of a file, by its first bytes; empty if it is none of these. */
  public static Optional<ImageFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    for (String signature : signatures) {
      int length = signature.length();
      if (file.length >= length
          && matches(signature, file)
          && (this != PNM || (file.length > length && isSpace(file[length])))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '#' || (character >= '\t' && character <= '\r');
  }

  private static boolean matches(String signature, byte[] file) {
    byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != '?' && expected[i] != file[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A new decoder; the caller disposes of it.
   *
   * @throws IllegalStateException if this Java installation lost its plugin
   */
  ImageReader newReader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name());
    if (!readers.hasNext()) {
      throw new IllegalStateException(
          "ImageIO has no reader for " + name() + "; is a TwelveMonkeys jar missing?");
    }
    return readers.next();
  }
}
