package io.perceiver.image.augment;

import io.perceiver.image.raster.Raster;

/**
 * Where each pixel of the result comes from: with x to the right and y down, both from the image's
 * centre, source x = xx·x + xy·y + x0 and source y = yx·x + yy·y + y0.
 */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

  /** Turns the image clockwise around its centre. */
  static Affine rotation(double degrees) {
    double radians = Math.toRadians(degrees);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    return new Affine(cos, sin, 0, -sin, cos, 0);
  }

  /** Slants the image: every row moves by a share of its height, every column of its width. */
  static Affine shear(double alongX, double alongY) {
    return new Affine(1, alongX, 0, alongY, 1, 0);
  }

  /** Moves the image by so many pixels. */
  static Affine translation(double right, double down) {
    return new Affine(1, 0, -right, 0, 1, -down);
  }

  /** The moved image in its own size, interpolated bilinearly; around it lies the fill level. */
  Raster warp(Raster image, int fill) {
    return switch (image.kind()) {
      case BYTE -> warpBytes(image, fill);
      case INDEX -> nearest(image, fill);
      case SHORT, FLOAT -> warpDeep(image, fill);
    };
  }

  private Raster warpBytes(Raster image, int fill) {
    byte[] samples = new byte[image.size()];
    double centreX = (image.width() - 1) / 2.0;
    double centreY = (image.height() - 1) / 2.0;
    int at = 0;
    for (int row = 0; row < image.height(); row++) {
      double y = row - centreY;
      for (int column = 0; column < image.width(); column++) {
        double x = column - centreX;
        double sourceX = xx * x + xy * y + x0 + centreX;
        double sourceY = yx * x + yy * y + y0 + centreY;
        at = interpolate(image, sourceY, sourceX, fill, samples, at);
      }
    }
    return Raster.owning(image.height(), image.width(), image.channels(), samples);
  }

  private Raster warpDeep(Raster image, int fill) {
    double[] levels = new double[image.size()];
    int channels = image.channels();
    double centreX = (image.width() - 1) / 2.0;
    double centreY = (image.height() - 1) / 2.0;
    for (int i = 0; i < levels.length; i++) {
      double x = i / channels % image.width() - centreX;
      int row = i / channels / image.width();
      double y = row - centreY;
      levels[i] =
          interpolated(
              image,
              yx * x + yy * y + y0 + centreY,
              xx * x + xy * y + x0 + centreX,
              i % channels,
              fill);
    }
    return image.ofLevels(image.height(), image.width(), channels, levels);
  }

  private static double interpolated(Raster image, double y, double x, int channel, int fill) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    double upper =
        (1 - right) * level(image, top, left, channel, fill)
            + right * level(image, top, left + 1, channel, fill);
    double lower =
        (1 - right) * level(image, top + 1, left, channel, fill)
            + right * level(image, top + 1, left + 1, channel, fill);
    return (1 - down) * upper + down * lower;
  }

  /** Indices have nothing between them. */
  private Raster nearest(Raster image, int fill) {
    short[] indices = new short[image.size()];
    double centreX = (image.width() - 1) / 2.0;
    double centreY = (image.height() - 1) / 2.0;
    for (int i = 0; i < indices.length; i++) {
      double x = i % image.width() - centreX;
      int line = i / image.width();
      double y = line - centreY;
      int row = (int) Math.rint(yx * x + yy * y + y0 + centreY);
      int column = (int) Math.rint(xx * x + xy * y + x0 + centreX);
      indices[i] = (short) (int) level(image, row, column, 0, fill);
    }
    return Raster.ofIndices(image.height(), image.width(), indices);
  }

  private static int interpolate(
      Raster image, double y, double x, int fill, byte[] samples, int from) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    int at = from;
    for (int channel = 0; channel < image.channels(); channel++) {
      double upper =
          (1 - right) * byteLevel(image, top, left, channel, fill)
              + right * byteLevel(image, top, left + 1, channel, fill);
      double lower =
          (1 - right) * byteLevel(image, top + 1, left, channel, fill)
              + right * byteLevel(image, top + 1, left + 1, channel, fill);
      samples[at++] = (byte) (int) ((1 - down) * upper + down * lower + 0.5);
    }
    return at;
  }

  private static int byteLevel(Raster image, int row, int column, int channel, int fill) {
    boolean inside = row >= 0 && column >= 0 && row < image.height() && column < image.width();
    return inside ? image.sample(row, column, channel) : fill;
  }

  private static double level(Raster image, int row, int column, int channel, int fill) {
    boolean inside = row >= 0 && column >= 0 && row < image.height() && column < image.width();
    return inside ? image.level((row * image.width() + column) * image.channels() + channel) : fill;
  }
}
