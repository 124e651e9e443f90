package io.perceiver.image;

import io.perceiver.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images made for tests. */
public final class Pictures {
  private Pictures() {}

  /** A raster of the given samples, row by row. */
  public static Raster raster(int height, int width, int channels, int... samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) samples[i];
    }
    return Raster.owning(height, width, channels, bytes);
  }

  /** Noise that depends on the seed alone. */
  public static Raster noise(int height, int width, int channels, long seed) {
    byte[] bytes = new byte[height * width * channels];
    new Random(seed).nextBytes(bytes);
    return Raster.owning(height, width, channels, bytes);
  }

  /** Samples as numbers, row by row. */
  public static int[] samples(Raster raster) {
    int[] samples = new int[raster.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = raster.sample(i);
    }
    return samples;
  }

  /** Red grows downwards by 15, green to the right by 20, blue is 100. */
  public static BufferedImage gradient(int type) {
    BufferedImage image = new BufferedImage(12, 16, type);
    for (int row = 0; row < 16; row++) {
      for (int column = 0; column < 12; column++) {
        image.setRGB(column, row, 0xff000000 | row * 15 << 16 | column * 20 << 8 | 100);
      }
    }
    return image;
  }

  /** The pixels of {@link #gradient}. */
  public static Raster gradient() {
    int[] samples = new int[16 * 12 * 3];
    for (int pixel = 0; pixel < 16 * 12; pixel++) {
      samples[3 * pixel] = pixel / 12 * 15;
      samples[3 * pixel + 1] = pixel % 12 * 20;
      samples[3 * pixel + 2] = 100;
    }
    return raster(16, 12, 3, samples);
  }

  /** The image as a file of the format, written by ImageIO. */
  public static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("ImageIO cannot write this image as " + format);
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
