package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.util.Arrays;

/** Whole-numbered samples in the kind of raster that keeps them. */
final class Depth {
  private static final int BYTE = 255;
  private static final int SHORT = 65535;

  private Depth() {}

  /**
   * Makes an image of samples from 0 to the largest: indices or samples on the range if these are
   * wanted; else 8 bits if they fit, 16 bits if they fill them, or the share of the largest in
   * floats.
   *
   * @param largest what stands for white
   */
  static Raster raster(
      String name, int height, int width, int channels, int[] samples, int largest, Wish wish)
      throws UnreadableExampleException {
    if (wish.indices() && channels == 1) {
      return Raster.ofIndices(height, width, shorts(samples));
    }
    if (wish.range().ends().isPresent()) {
      double[] numbers = Arrays.stream(samples).asDoubleStream().toArray();
      return wish.range().scaled(name, height, width, channels, numbers);
    }
    if (largest <= BYTE) {
      byte[] bytes = new byte[samples.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ((samples[i] * BYTE + largest / 2) / largest);
      }
      return Raster.owning(height, width, channels, bytes);
    }
    if (largest == SHORT) {
      return Raster.ofShorts(height, width, channels, shorts(samples));
    }
    float[] floats = new float[samples.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) ((double) samples[i] / largest);
    }
    return Raster.ofFloats(height, width, channels, floats);
  }

  private static short[] shorts(int[] samples) {
    short[] shorts = new short[samples.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) samples[i];
    }
    return shorts;
  }
}
