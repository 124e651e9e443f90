package io.perceiver.image.raster;

/** What happens to an image whose proportions are not the model's. */
public enum ResizeMode {
  /** The whole image, its proportions changed. */
  STRETCH {
    @Override
    Raster apply(Raster image, Frame frame) {
      return Resampling.resize(image, frame.filter(), frame.height(), frame.width());
    }
  },

  /**
   * Resized until it covers the frame and what the frame's share leaves around it, then cut around
   * the centre; proportions kept. Sizes and edges are rounded as torchvision's {@code Resize} and
   * {@code CenterCrop} do, one after the other.
   */
  CROP {
    @Override
    Raster apply(Raster image, Frame frame) {
      return Resampling.resize(
          image, Box.centreCrop(image, frame), frame.filter(), frame.height(), frame.width());
    }
  },

  /** Resized until it just fits, on a plain background; proportions kept. */
  PAD {
    @Override
    Raster apply(Raster image, Frame frame) {
      double scale =
          Math.min(
              (double) frame.height() / image.height(), (double) frame.width() / image.width());
      int height = scaled(image.height(), scale, frame.height());
      int width = scaled(image.width(), scale, frame.width());
      return Resampling.resize(image, frame.filter(), height, width)
          .centredIn(frame.height(), frame.width(), frame.background());
    }
  };

  abstract Raster apply(Raster image, Frame frame);

  private static int scaled(int size, double scale, int largest) {
    return (int) Math.max(1, Math.min(largest, Math.round(size * scale)));
  }
}
