package io.perceiver.image.raster;

import io.perceiver.api.PerceiverException;

/** The channels a model sees. */
public enum Colour {
  /** Red, green, blue; grey images have their level in all three. */
  RGB(3),

  /** One level: ITU-R BT.601 luma of colour images. */
  GREY(1),

  /**
   * One index: the palette entry or the level as the file stores it, such as the class of each
   * pixel. Resizing takes the nearest pixel, and nothing mixes two.
   */
  INDEX(1);

  // BT.601 luma weights 0.299, 0.587, 0.114 in 16-bit fixed point; they add up to 65536
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final double ONE = 65536;

  private final int channels;

  Colour(int channels) {
    this.channels = channels;
  }

  /** Channels of a pixel. */
  public int channels() {
    return channels;
  }

  /**
   * Returns the image in these channels; the image itself if it has them already.
   *
   * @throws PerceiverException if indices are asked for and the image has none, or the reverse
   */
  public Raster of(Raster image) {
    boolean indexed = image.kind() == SampleKind.INDEX;
    if (this == INDEX) {
      return indexed ? image : indices(image);
    }
    if (indexed) {
      throw new PerceiverException(image + " holds indices, which have no colours");
    }
    if (image.channels() == channels) {
      return image;
    }
    return this == GREY ? grey(image) : threefold(image);
  }

  private static Raster indices(Raster image) {
    if (image.channels() != 1 || image.kind() == SampleKind.FLOAT) {
      throw new PerceiverException(
          image + " has no indices; those are the samples of palette and grey images");
    }
    short[] indices = new short[image.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (short) image.value(i);
    }
    return Raster.ofIndices(image.height(), image.width(), indices);
  }

  /** Luma of one colour, 0 to 255, rounded. */
  public static int luma(int red, int green, int blue) {
    return (RED * red + GREEN * green + BLUE * blue + 0x8000) >> 16;
  }

  private static Raster grey(Raster image) {
    return image.isBytes() ? greyBytes(image) : greyDeep(image);
  }

  private static Raster greyBytes(Raster image) {
    byte[] samples = image.samples();
    byte[] levels = new byte[samples.length / 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          (byte) luma(samples[3 * i] & 0xff, samples[3 * i + 1] & 0xff, samples[3 * i + 2] & 0xff);
    }
    return Raster.owning(image.height(), image.width(), 1, levels);
  }

  private static Raster greyDeep(Raster image) {
    double[] levels = new double[image.size() / 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          (RED * image.level(3 * i)
                  + GREEN * image.level(3 * i + 1)
                  + BLUE * image.level(3 * i + 2))
              / ONE;
    }
    return image.ofLevels(image.height(), image.width(), 1, levels);
  }

  private static Raster threefold(Raster image) {
    int size = Math.multiplyExact(image.size(), 3);
    if (!image.isBytes()) {
      double[] levels = new double[size];
      for (int i = 0; i < size; i++) {
        levels[i] = image.level(i / 3);
      }
      return image.ofLevels(image.height(), image.width(), 3, levels);
    }
    byte[] grey = image.samples();
    byte[] samples = new byte[size];
    for (int i = 0; i < grey.length; i++) {
      samples[3 * i] = grey[i];
      samples[3 * i + 1] = grey[i];
      samples[3 * i + 2] = grey[i];
    }
    return Raster.owning(image.height(), image.width(), 3, samples);
  }
}
