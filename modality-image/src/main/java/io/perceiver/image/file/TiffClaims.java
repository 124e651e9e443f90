package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;
import java.util.Map;

/** Refuses by name the TIFF files that would not be read, or not as what they are. */
final class TiffClaims {
  private static final int RGB = 2;
  private static final int CMYK = 5;
  private static final int COMPLEX = 5;

  private static final Map<Long, String> COMPRESSIONS =
      Map.of(
          34661L, "JBIG",
          34676L, "SGI Log",
          34677L, "SGI Log",
          34712L, "JPEG 2000",
          34887L, "LERC",
          34925L, "LZMA",
          50000L, "Zstandard",
          50001L, "WebP",
          50002L, "JPEG XL",
          52546L, "JPEG XL");

  private TiffClaims() {}

  static void check(String name, TiffFile tiff) throws UnreadableExampleException {
    String compression = COMPRESSIONS.get(tiff.compression());
    if (compression != null) {
      throw new UnreadableExampleException(
          name,
          "is compressed with %s (%d), which is not read; convert it, as with 'tiffcp -c lzw IN OUT'"
              .formatted(compression, tiff.compression()));
    }
    long[] formats = tiff.sampleFormats();
    if (Arrays.stream(formats).anyMatch(format -> format >= COMPLEX || format != formats[0])) {
      throw new UnreadableExampleException(
          name,
          "its samples are of the kinds %s (5 and 6 are complex numbers); allowed: one of 1 (whole), 2 (signed) and 3 (float) for all"
              .formatted(Arrays.toString(formats)));
    }
    checkBands(name, tiff);
  }

  /** All bands are used but alpha, and one of no stated meaning behind red, green and blue. */
  private static void checkBands(String name, TiffFile tiff) throws UnreadableExampleException {
    int colours =
        switch ((int) tiff.photometric()) {
          case RGB, 6, 8, 9, 10 -> 3;
          case CMYK -> 4;
          default -> 1;
        };
    int more = tiff.samplesPerPixel() - colours;
    boolean known = more == 0 || (more == 1 && (tiff.hasAlpha() || tiff.photometric() == RGB));
    if (more > 0 && !known) {
      throw new UnreadableExampleException(
          name,
          "has %d bands, %d of which are its colours; an image has one or three, and perhaps alpha; write the bands to use as a grey or RGB image"
              .formatted(tiff.samplesPerPixel(), colours));
    }
  }
}
