package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a file says of itself, compared with what it holds, before a decoder believes it.
 *
 * @param name of the file, for messages
 * @param format of the file
 * @param file its bytes
 */
record Claims(String name, ImageFormat format, byte[] file) {
  // No real image is denser: deflate packs 8,256 one-bit pixels in a byte, an empty fax line less
  // than 20,000. Small images are not worth the doubt.
  private static final long PIXELS_PER_BYTE = 20_000;
  private static final long HARMLESS_PIXELS = 1 << 20;

  // encoders write about ten; every scan costs a pass over the whole image
  private static final int MOST_JPEG_SCANS = 256;
  private static final int SCAN_MARKER = 0xffda;
  private static final int RIFF_HEADER_BYTES = 8;

  /** Refuses WebP files shorter than they say, and JPEG files that would be decoded for hours. */
  void check() throws UnreadableExampleException {
    if (format == ImageFormat.WEBP) {
      int claimed = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
      long size = (claimed & 0xffffffffL) + RIFF_HEADER_BYTES;
      if (size > file.length) {
        throw refused("cut short, its header says " + size + " bytes, but it has " + file.length);
      }
    }
    if (format == ImageFormat.JPEG && scans() > MOST_JPEG_SCANS) {
      throw refused("more than " + MOST_JPEG_SCANS + " scans; no encoder writes so many");
    }
  }

  /** Refuses an image of too many pixels, or of more than so few bytes can hold. */
  void checkSize(int width, int height, int maxPixels) throws UnreadableExampleException {
    long pixels = (long) width * height;
    String claim = "its header says " + width + " × " + height + " pixels, ";
    if (pixels > maxPixels) {
      throw refused(
          claim + "more than the " + maxPixels + " allowed; raise maxPixels to accept it");
    }
    if (pixels > HARMLESS_PIXELS && pixels / PIXELS_PER_BYTE > file.length) {
      throw refused(claim + "which its " + file.length + " bytes cannot hold");
    }
  }

  private int scans() {
    int scans = 0;
    for (int i = 0; i + 1 < file.length; i++) {
      if (file[i] == (byte) (SCAN_MARKER >> 8) && file[i + 1] == (byte) SCAN_MARKER) {
        scans++;
      }
    }
    return scans;
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }
}
