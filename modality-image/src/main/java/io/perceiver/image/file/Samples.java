package io.perceiver.image.file;

import io.perceiver.image.raster.Raster;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;

/**
 * Takes the stored samples out of a decoded image. They are used as they are: embedded colour
 * profiles and gammas are not applied, as is usual in training pipelines (and {@code getRGB} would
 * brighten grey images, whose colour space Java takes for linear). Samples of other than 8 bits are
 * scaled to 0 to 255; what is transparent shows the background.
 */
final class Samples {
  private final BufferedImage image;
  private final ColorModel colours;
  private final int background;

  private Samples(BufferedImage image, int background) {
    this.image = image;
    this.colours = image.getColorModel();
    this.background = background;
  }

  /**
   * The image with one channel where it is grey, three otherwise.
   *
   * @param background level behind transparent pixels, 0 to 255
   */
  static Raster of(BufferedImage image, int background) {
    Samples samples = new Samples(image, background);
    if (!samples.areStored()) {
      return samples.converted();
    }
    return image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
            && image.getSampleModel() instanceof PixelInterleavedSampleModel layout
            && samples.arePlainBytes()
        ? samples.copied(bytes.getData(), layout)
        : samples.stored();
  }

  /** Whether the raster holds plain grey or RGB samples, rather than indices or other colours. */
  private boolean areStored() {
    int type = colours.getColorSpace().getType();
    int transfer = colours.getTransferType();
    return !(colours instanceof IndexColorModel)
        && !colours.isAlphaPremultiplied()
        && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)
        && (transfer == DataBuffer.TYPE_BYTE
            || transfer == DataBuffer.TYPE_USHORT
            || transfer == DataBuffer.TYPE_INT)
        && widest() <= Short.SIZE;
  }

  /** Whether there is nothing to compute, as in most photos. */
  private boolean arePlainBytes() {
    return widest() == Byte.SIZE
        && !colours.hasAlpha()
        && image.getRaster().getParent() == null
        && image.getRaster().getDataBuffer().getOffset() == 0;
  }

  private Raster copied(byte[] bytes, PixelInterleavedSampleModel layout) {
    int[] offsets = layout.getBandOffsets();
    byte[] samples = new byte[sampleCount(offsets.length)];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      int pixel = row * layout.getScanlineStride();
      for (int column = 0; column < image.getWidth(); column++) {
        for (int offset : offsets) {
          samples[at++] = bytes[pixel + offset];
        }
        pixel += layout.getPixelStride();
      }
    }
    return Raster.owning(image.getHeight(), image.getWidth(), offsets.length, samples);
  }

  private int widest() {
    int widest = 0;
    for (int bits : colours.getComponentSize()) {
      widest = Math.max(widest, bits);
    }
    return widest;
  }

  private Raster stored() {
    int bands = image.getRaster().getNumBands();
    int channels = colours.getNumColorComponents();
    int[] largest = new int[bands];
    for (int band = 0; band < bands; band++) {
      largest[band] = (1 << colours.getComponentSize(band)) - 1;
    }
    byte[] samples = new byte[sampleCount(channels)];
    int[] line = new int[image.getWidth() * bands];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRaster().getPixels(0, row, image.getWidth(), 1, line);
      for (int pixel = 0; pixel < line.length; pixel += bands) {
        int alpha = colours.hasAlpha() ? level(line[pixel + channels], largest[channels]) : 255;
        for (int band = 0; band < channels; band++) {
          samples[at++] = (byte) over(level(line[pixel + band], largest[band]), alpha);
        }
      }
    }
    return Raster.owning(image.getHeight(), image.getWidth(), channels, samples);
  }

  /** Palettes and rarer colours, by the image's own conversion to sRGB. */
  private Raster converted() {
    byte[] samples = new byte[sampleCount(3)];
    int[] line = new int[image.getWidth()];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRGB(0, row, line.length, 1, line, 0, line.length);
      for (int argb : line) {
        int alpha = colours.getTransparency() == Transparency.OPAQUE ? 255 : argb >>> 24;
        samples[at++] = (byte) over(argb >> 16 & 0xff, alpha);
        samples[at++] = (byte) over(argb >> 8 & 0xff, alpha);
        samples[at++] = (byte) over(argb & 0xff, alpha);
      }
    }
    return Raster.owning(image.getHeight(), image.getWidth(), 3, samples);
  }

  private int sampleCount(int channels) {
    return Math.multiplyExact(Math.multiplyExact(image.getWidth(), image.getHeight()), channels);
  }

  private static int level(int sample, int largest) {
    return largest == 255 ? sample : (sample * 255 + largest / 2) / largest;
  }

  private int over(int level, int alpha) {
    return alpha == 255 ? level : (level * alpha + background * (255 - alpha) + 127) / 255;
  }
}
