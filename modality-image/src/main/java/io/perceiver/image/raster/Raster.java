package io.perceiver.image.raster;

import io.perceiver.api.Problems;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An image: (row, column, channel) samples, row-major, channel last, one channel (grey or indices)
 * or three (red, green, blue). Samples are kept as the file stores them: in 8 bits, 16 bits,
 * float32, or as indices. Immutable, equal by value.
 */
public final class Raster {
  private final int height;
  private final int width;
  private final int channels;
  private final Plane plane;

  private Raster(int height, int width, int channels, Plane plane) {
    Problems problems = new Problems("raster");
    problems.check(height > 0, "height", height, "at least 1");
    problems.check(width > 0, "width", width, "at least 1");
    if (plane.kind() == SampleKind.INDEX) {
      problems.check(channels == 1, "channels", channels, "1 for indices");
    } else {
      problems.check(channels == 1 || channels == 3, "channels", channels, "1 or 3");
    }
    problems.check(
        plane.size() == (long) height * width * channels,
        "samples",
        plane.size(),
        "height × width × channels = " + height + " × " + width + " × " + channels);
    problems.throwIfAny();
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.plane = plane;
  }

  /**
   * Copies 8-bit samples into an image.
   *
   * @throws io.perceiver.api.InvalidSpecException if the sizes contradict each other
   */
  public static Raster copyOf(int height, int width, int channels, byte[] samples) {
    return owning(height, width, channels, samples.clone());
  }

  /**
   * Makes an image of 8-bit samples that takes the array over: the caller must not write to it
   * afterwards.
   *
   * @throws io.perceiver.api.InvalidSpecException if the sizes contradict each other
   */
  public static Raster owning(int height, int width, int channels, byte[] samples) {
    return new Raster(height, width, channels, new Plane.Bytes(samples));
  }

  /** Makes an image of 16-bit levels that takes the array over. */
  public static Raster ofShorts(int height, int width, int channels, short[] samples) {
    return new Raster(height, width, channels, new Plane.Shorts(samples, SampleKind.SHORT));
  }

  /** Makes an image of float32 samples, 0 to 1 from black to white, that takes the array over. */
  public static Raster ofFloats(int height, int width, int channels, float[] samples) {
    return new Raster(height, width, channels, new Plane.Floats(samples));
  }

  /** Makes an image of indices, unsigned 16-bit numbers, that takes the array over. */
  public static Raster ofIndices(int height, int width, short[] indices) {
    return new Raster(height, width, 1, new Plane.Shorts(indices, SampleKind.INDEX));
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** 1 for grey or indices, 3 for red, green, blue. */
  public int channels() {
    return channels;
  }

  /** What the samples are. */
  public SampleKind kind() {
    return plane.kind();
  }

  /** Number of samples, height × width × channels. */
  public int size() {
    return plane.size();
  }

  /** One sample by its place in row-major order: the nearest 8-bit level, or the index. */
  public int sample(int index) {
    return plane instanceof Plane.Bytes bytes
        ? bytes.samples()[index] & 0xff
        : (int) Math.rint(level(index));
  }

  /** One sample: the nearest 8-bit level, or the index. */
  public int sample(int row, int column, int channel) {
    return sample((row * width + column) * channels + channel);
  }

  /** One sample as it is stored, by its place in row-major order. */
  public float value(int index) {
    return plane.value(index);
  }

  /** One sample on the scale from 0 to 255, unrounded; an index as it is. */
  public double level(int index) {
    return kind().level(plane.value(index));
  }

  /** All samples as the nearest 8-bit levels, in a new array. */
  public byte[] bytes() {
    if (plane instanceof Plane.Bytes bytes) {
      return bytes.samples().clone();
    }
    byte[] levels = new byte[size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.max(0, Math.min(255, sample(i)));
    }
    return levels;
  }

  /**
   * Returns an image of another size whose pixels are pixels of this one.
   *
   * @param source the pixel of this image that each pixel of the result is, both by their place in
   *     row-major order
   */
  public Raster picked(int newHeight, int newWidth, IntUnaryOperator source) {
    int pixels = Math.multiplyExact(newHeight, newWidth);
    Plane picked = plane.blank(Math.multiplyExact(pixels, channels), 0);
    for (int pixel = 0; pixel < pixels; pixel++) {
      picked.copy(plane, source.applyAsInt(pixel) * channels, pixel * channels, channels);
    }
    return new Raster(newHeight, newWidth, channels, picked);
  }

  /** Returns this image in the middle of a larger one, whose other pixels have one level. */
  Raster centredIn(int newHeight, int newWidth, int level) {
    Plane frame = plane.blank(newHeight * newWidth * channels, level);
    int top = (newHeight - height) / 2;
    int left = (newWidth - width) / 2;
    int line = width * channels;
    for (int row = 0; row < height; row++) {
      frame.copy(plane, row * line, ((top + row) * newWidth + left) * channels, line);
    }
    return new Raster(newHeight, newWidth, channels, frame);
  }

  /**
   * Returns an image of the same kind of samples.
   *
   * @param levels its samples on the scale from 0 to 255; what lies beyond is cut to it
   */
  public Raster ofLevels(int newHeight, int newWidth, int newChannels, double[] levels) {
    Plane made = plane.blank(levels.length, 0);
    for (int i = 0; i < levels.length; i++) {
      made.put(i, kind().value(Math.max(0, Math.min(255, levels[i]))));
    }
    return new Raster(newHeight, newWidth, newChannels, made);
  }

  /** Returns an image of the same kind of samples, given as stored and rounded where need be. */
  Raster ofValues(int newHeight, int newWidth, float[] values) {
    Plane made = plane.blank(values.length, 0);
    for (int i = 0; i < values.length; i++) {
      made.put(i, values[i]);
    }
    return new Raster(newHeight, newWidth, channels, made);
  }

  /** Whether all samples are 8-bit levels. */
  public boolean isBytes() {
    return plane instanceof Plane.Bytes;
  }

  /** The 8-bit samples themselves, for reading only. */
  byte[] samples() {
    if (plane instanceof Plane.Bytes bytes) {
      return bytes.samples();
    }
    throw new IllegalStateException(this + " has no 8-bit samples");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster that
        && height == that.height
        && width == that.width
        && channels == that.channels
        && plane.same(that.plane);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {height, width, channels, plane.hash()});
  }

  @Override
  public String toString() {
    String of = isBytes() ? "" : " of kind " + kind();
    return height + " × " + width + " × " + channels + " raster" + of;
  }
}
