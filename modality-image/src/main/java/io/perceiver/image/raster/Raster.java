package io.perceiver.image.raster;

import io.perceiver.api.Problems;
import java.util.Arrays;

/**
 * An image: (row, column, channel) samples from 0 to 255, row-major, channel last, one channel
 * (grey) or three (red, green, blue). Immutable, equal by value.
 */
public final class Raster {
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] samples;

  private Raster(int height, int width, int channels, byte[] samples) {
    Problems problems = new Problems("raster");
    problems.check(height > 0, "height", height, "at least 1");
    problems.check(width > 0, "width", width, "at least 1");
    problems.check(channels == 1 || channels == 3, "channels", channels, "1 or 3");
    problems.check(
        samples.length == (long) height * width * channels,
        "samples",
        samples.length,
        "height × width × channels = " + height + " × " + width + " × " + channels);
    problems.throwIfAny();
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.samples = samples;
  }

  /**
   * An image of its own copy of the samples.
   *
   * @throws io.perceiver.api.InvalidSpecException if the sizes contradict each other
   */
  public static Raster copyOf(int height, int width, int channels, byte[] samples) {
    return new Raster(height, width, channels, samples.clone());
  }

  /**
   * An image that takes the array over: the caller must not write to it afterwards.
   *
   * @throws io.perceiver.api.InvalidSpecException if the sizes contradict each other
   */
  public static Raster owning(int height, int width, int channels, byte[] samples) {
    return new Raster(height, width, channels, samples);
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** 1 for grey, 3 for red, green, blue. */
  public int channels() {
    return channels;
  }

  /** Number of samples, height × width × channels. */
  public int size() {
    return samples.length;
  }

  /** One sample, 0 to 255, by its place in row-major order. */
  public int sample(int index) {
    return samples[index] & 0xff;
  }

  /** One sample, 0 to 255. */
  public int sample(int row, int column, int channel) {
    return samples[(row * width + column) * channels + channel] & 0xff;
  }

  /** All samples; a copy. */
  public byte[] bytes() {
    return samples.clone();
  }

  /** The samples themselves, for reading in this package only. */
  byte[] samples() {
    return samples;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster that
        && height == that.height
        && width == that.width
        && channels == that.channels
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * height + width) + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return height + " × " + width + " × " + channels + " raster";
  }
}
