package io.perceiver.image.raster;

/** The channels a model sees. */
public enum Colour {
  /** Red, green, blue; grey images have their level in all three. */
  RGB(3),

  /** One level: ITU-R BT.601 luma of colour images. */
  GREY(1);

  // BT.601 luma weights 0.299, 0.587, 0.114 in 16-bit fixed point; they add up to 65536
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;

  private final int channels;

  Colour(int channels) {
    this.channels = channels;
  }

  /** Channels of a pixel. */
  public int channels() {
    return channels;
  }

  /** The image in these channels; the image itself where it has them already. */
  public Raster of(Raster image) {
    if (image.channels() == channels) {
      return image;
    }
    return this == GREY ? grey(image) : threefold(image);
  }

  /** Luma of one colour, 0 to 255, rounded. */
  public static int luma(int red, int green, int blue) {
    return (RED * red + GREEN * green + BLUE * blue + 0x8000) >> 16;
  }

  private static Raster grey(Raster image) {
    byte[] levels = new byte[image.size() / 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          (byte) luma(image.sample(3 * i), image.sample(3 * i + 1), image.sample(3 * i + 2));
    }
    return Raster.owning(image.height(), image.width(), 1, levels);
  }

  private static Raster threefold(Raster image) {
    byte[] samples = new byte[Math.multiplyExact(image.size(), 3)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) image.sample(i / 3);
    }
    return Raster.owning(image.height(), image.width(), 3, samples);
  }
}
