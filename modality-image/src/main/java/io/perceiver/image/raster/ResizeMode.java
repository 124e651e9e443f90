package io.perceiver.image.raster;

import java.util.Arrays;

/** What happens to an image whose proportions are not the model's. */
public enum ResizeMode {
  /** The whole image, its proportions changed. */
  STRETCH {
    @Override
    Raster apply(Raster image, Frame frame) {
      return Resampling.resize(image, frame.height(), frame.width());
    }
  },

  /** Resized until it covers the frame, then cut around the centre; proportions kept. */
  CROP {
    @Override
    Raster apply(Raster image, Frame frame) {
      Box part = Box.centred(image, (double) frame.width() / frame.height());
      return Resampling.resize(image, part, frame.height(), frame.width());
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
      return centred(Resampling.resize(image, height, width), frame);
    }
  };

  abstract Raster apply(Raster image, Frame frame);

  private static int scaled(int size, double scale, int largest) {
    return (int) Math.max(1, Math.min(largest, Math.round(size * scale)));
  }

  private static Raster centred(Raster image, Frame frame) {
    int channels = image.channels();
    byte[] samples = new byte[frame.height() * frame.width() * channels];
    Arrays.fill(samples, (byte) frame.background());
    int top = (frame.height() - image.height()) / 2;
    int left = (frame.width() - image.width()) / 2;
    int line = image.width() * channels;
    for (int row = 0; row < image.height(); row++) {
      int to = ((top + row) * frame.width() + left) * channels;
      System.arraycopy(image.samples(), row * line, samples, to, line);
    }
    return Raster.owning(frame.height(), frame.width(), channels, samples);
  }
}
