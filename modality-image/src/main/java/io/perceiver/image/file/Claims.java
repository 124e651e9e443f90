package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;

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

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }
}
