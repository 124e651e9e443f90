package io.perceiver.image.file;

import io.perceiver.image.raster.Raster;

/** The colours of JPEG's components. */
final class JpegColours {
  /** Bytes of the segment that {@link #write} writes. */
  static final int MARKER_BYTES = 16;

  private static final byte[] MARKER = {
    -1, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private JpegColours() {}

  /**
   * Writes Adobe's segment, which decoders believe before any other sign.
   *
   * @param transform 0 for components as they are, 1 for YCbCr, 2 for YCCK
   */
  static void write(byte[] target, int at, int transform) {
    System.arraycopy(MARKER, 0, target, at, MARKER_BYTES);
    target[at + MARKER_BYTES - 1] = (byte) transform;
  }

  /**
   * Converts inks to red, green and blue by the plain formula that Pillow uses, without profiles.
   *
   * @param pixels four samples per pixel, no ink at 0
   */
  static Raster ofInks(int height, int width, byte[] pixels) {
    byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(height, width), 3)];
    for (int pixel = 0; pixel < height * width; pixel++) {
      int light = 255 - (pixels[4 * pixel + 3] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        int product = (pixels[4 * pixel + channel] & 0xff) * light + 128;
        samples[3 * pixel + channel] = (byte) (light - ((product + (product >> 8)) >> 8));
      }
    }
    return Raster.owning(height, width, 3, samples);
  }

  /** Turns YCCK into CMYK in place, both as Adobe stores them, no ink at 255. */
  static void fromYcck(byte[] pixels) {
    for (int at = 0; at < pixels.length; at += 4) {
      int luma = pixels[at] & 0xff;
      int blue = (pixels[at + 1] & 0xff) - 128;
      int red = (pixels[at + 2] & 0xff) - 128;
      pixels[at] = level(255 - (luma + fixed(91881, red)));
      pixels[at + 1] = level(255 - (luma + ((-22554 * blue - 46802 * red + 32768) >> 16)));
      pixels[at + 2] = level(255 - (luma + fixed(116130, blue)));
    }
  }

  private static int fixed(int factor, int value) {
    return (factor * value + 32768) >> 16;
  }

  private static byte level(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
