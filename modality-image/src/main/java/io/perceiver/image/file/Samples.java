package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
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
 * brighten grey images, whose colour space Java takes for linear). What is transparent shows the
 * background.
 */
final class Samples {
  private static final int BYTE = 255;

  private final BufferedImage image;
  private final ColorModel colours;
  private final Wish wish;
  private final String name;
  private final boolean hasAlpha;

  private Samples(String name, BufferedImage image, Wish wish, boolean mayHaveAlpha) {
    this.name = name;
    this.image = image;
    this.colours = image.getColorModel();
    this.wish = wish;
    this.hasAlpha = mayHaveAlpha && colours.hasAlpha();
  }

  /** The image with one channel if it is grey or of indices, three otherwise. */
  static Raster of(String name, BufferedImage image, Wish wish) throws UnreadableExampleException {
    return of(name, image, wish, true);
  }

  /** The same, where a fourth band may be something other than what Java takes it for. */
  static Raster of(String name, BufferedImage image, Wish wish, boolean mayHaveAlpha)
      throws UnreadableExampleException {
    Samples samples = new Samples(name, image, wish, mayHaveAlpha);
    boolean isPalette = samples.colours instanceof IndexColorModel;
    if (wish.indices() && (isPalette || samples.colours.getNumColorComponents() == 1)) {
      return samples.indices();
    }
    if (samples.isInk()) {
      return samples.inks();
    }
    if (isPalette || !samples.areStored()) {
      return samples.converted();
    }
    return image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
            && image.getSampleModel() instanceof PixelInterleavedSampleModel layout
            && samples.arePlainBytes()
        ? samples.copied(bytes.getData(), layout)
        : samples.stored();
  }

  private boolean isInk() {
    return colours.getColorSpace().getType() == ColorSpace.TYPE_CMYK
        && image.getRaster().getNumBands() == 4
        && widest() == Byte.SIZE;
  }

  /** Whether the raster holds plain grey or RGB samples, rather than other colours. */
  private boolean areStored() {
    int type = colours.getColorSpace().getType();
    int transfer = colours.getTransferType();
    return !(hasAlpha && colours.isAlphaPremultiplied())
        && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)
        && (transfer == DataBuffer.TYPE_BYTE
            || transfer == DataBuffer.TYPE_USHORT
            || transfer == DataBuffer.TYPE_INT)
        && widest() <= Short.SIZE;
  }

  /** Whether there is nothing to compute, as in most photos. */
  private boolean arePlainBytes() {
    return widest() == Byte.SIZE
        && !hasAlpha
        && image.getRaster().getParent() == null
        && image.getRaster().getDataBuffer().getOffset() == 0;
  }

  private Raster copied(byte[] bytes, PixelInterleavedSampleModel layout) {
    int channels = colours.getNumColorComponents();
    int[] offsets = layout.getBandOffsets();
    byte[] samples = new byte[sampleCount(channels)];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      int pixel = row * layout.getScanlineStride();
      for (int column = 0; column < image.getWidth(); column++) {
        for (int band = 0; band < channels; band++) {
          samples[at++] = bytes[pixel + offsets[band]];
        }
        pixel += layout.getPixelStride();
      }
    }
    return Raster.owning(image.getHeight(), image.getWidth(), channels, samples);
  }

  private int widest() {
    int widest = 0;
    for (int bits : colours.getComponentSize()) {
      widest = Math.max(widest, bits);
    }
    return widest;
  }

  private Raster stored() throws UnreadableExampleException {
    int bands = image.getRaster().getNumBands();
    int channels = colours.getNumColorComponents();
    int white = widest() <= Byte.SIZE ? BYTE : (1 << widest()) - 1;
    int[] largest = new int[bands];
    for (int band = 0; band < bands; band++) {
      largest[band] = (1 << colours.getComponentSize(Math.min(band, channels - 1))) - 1;
    }
    if (hasAlpha) {
      largest[channels] = (1 << colours.getComponentSize(channels)) - 1;
    }
    int[] samples = new int[sampleCount(channels)];
    int[] line = new int[image.getWidth() * bands];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRaster().getPixels(0, row, image.getWidth(), 1, line);
      for (int pixel = 0; pixel < line.length; pixel += bands) {
        int alpha = hasAlpha ? scaled(line[pixel + channels], largest[channels], white) : white;
        for (int band = 0; band < channels; band++) {
          samples[at++] = over(scaled(line[pixel + band], largest[band], white), alpha, white);
        }
      }
    }
    return Depth.raster(name, image.getHeight(), image.getWidth(), channels, samples, white, wish);
  }

  private Raster indices() throws UnreadableExampleException {
    if (widest() > Short.SIZE && !(colours instanceof IndexColorModel)) {
      throw new UnreadableExampleException(
          name, "its samples have " + widest() + " bits; indices have 16 at most");
    }
    int[] samples = new int[image.getWidth() * image.getHeight()];
    image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, samples);
    return Depth.raster(name, image.getHeight(), image.getWidth(), 1, samples, BYTE, wish);
  }

  private Raster inks() {
    byte[] pixels = new byte[Math.multiplyExact(image.getWidth() * image.getHeight(), 4)];
    int[] line = new int[image.getWidth() * 4];
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRaster().getPixels(0, row, image.getWidth(), 1, line);
      for (int i = 0; i < line.length; i++) {
        pixels[row * line.length + i] = (byte) line[i];
      }
    }
    return JpegColours.ofInks(image.getHeight(), image.getWidth(), pixels);
  }

  /** Palettes and rarer colours, by the image's own conversion to sRGB. */
  private Raster converted() {
    byte[] samples = new byte[sampleCount(3)];
    int[] line = new int[image.getWidth()];
    int at = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRGB(0, row, line.length, 1, line, 0, line.length);
      for (int argb : line) {
        int alpha = colours.getTransparency() == Transparency.OPAQUE ? BYTE : argb >>> 24;
        samples[at++] = (byte) over(argb >> 16 & 0xff, alpha, BYTE);
        samples[at++] = (byte) over(argb >> 8 & 0xff, alpha, BYTE);
        samples[at++] = (byte) over(argb & 0xff, alpha, BYTE);
      }
    }
    return Raster.owning(image.getHeight(), image.getWidth(), 3, samples);
  }

  private int sampleCount(int channels) {
    return Math.multiplyExact(Math.multiplyExact(image.getWidth(), image.getHeight()), channels);
  }

  private static int scaled(int sample, int largest, int white) {
    return largest == white ? sample : (int) (((long) sample * white + largest / 2) / largest);
  }

  private int over(int sample, int alpha, int white) {
    if (alpha == white) {
      return sample;
    }
    long behind = (long) wish.background() * white / BYTE;
    return (int) (((long) sample * alpha + behind * (white - alpha) + white / 2) / white);
  }
}
