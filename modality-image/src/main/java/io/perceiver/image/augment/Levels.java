package io.perceiver.image.augment;

import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Changes that map each level of a channel to another, by a table of 256 for each channel. */
final class Levels {
  private static final int LEVELS = 256;

  private Levels() {}

  /** Levels times a factor; 0 is black, 1 no change. */
  static Raster brightness(Raster image, double factor) {
    return same(image, level -> level * factor);
  }

  /** Distance from the mean luma times a factor; 0 is plain grey, 1 no change. */
  static Raster contrast(Raster image, double factor) {
    Raster grey = Colour.GREY.of(image);
    long sum = 0;
    for (int i = 0; i < grey.size(); i++) {
      sum += grey.sample(i);
    }
    long mean = Math.round((double) sum / grey.size());
    return same(image, level -> mean + factor * (level - mean));
  }

  /** Keeps the given number of leading bits of every level. */
  static Raster posterize(Raster image, int bits) {
    int mask = 0xff << (8 - bits);
    return same(image, level -> level & mask);
  }

  /** Inverts every level from the threshold on. */
  static Raster solarize(Raster image, int threshold) {
    return same(image, level -> level < threshold ? level : 255 - level);
  }

  /** The negative. */
  static Raster invert(Raster image) {
    return solarize(image, 0);
  }

  /** Stretches each channel so that its darkest level becomes 0 and its brightest 255. */
  static Raster autoContrast(Raster image) {
    byte[][] tables = new byte[image.channels()][];
    for (int channel = 0; channel < tables.length; channel++) {
      int[] counts = histogram(image, channel);
      int least = 0;
      int most = LEVELS - 1;
      while (counts[least] == 0) {
        least++;
      }
      while (counts[most] == 0) {
        most--;
      }
      int from = least;
      int range = most - least;
      tables[channel] = table(level -> range == 0 ? level : (level - from) * 255.0 / range);
    }
    return map(image, tables);
  }

  /**
   * Spreads each channel's levels so that all are about equally frequent; by the rule of the
   * well-known Python library, in whole numbers.
   */
  static Raster equalize(Raster image) {
    byte[][] tables = new byte[image.channels()][];
    for (int channel = 0; channel < tables.length; channel++) {
      tables[channel] = equalizing(histogram(image, channel));
    }
    return map(image, tables);
  }

  private static byte[] equalizing(int[] counts) {
    int most = LEVELS - 1;
    while (counts[most] == 0) {
      most--;
    }
    int others = -counts[most];
    for (int count : counts) {
      others += count;
    }
    int step = others / (LEVELS - 1);
    if (step == 0) {
      return table(level -> level);
    }
    byte[] table = new byte[LEVELS];
    int below = step / 2;
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (byte) Math.min(255, below / step);
      below += counts[level];
    }
    return table;
  }

  private static int[] histogram(Raster image, int channel) {
    int[] counts = new int[LEVELS];
    for (int i = channel; i < image.size(); i += image.channels()) {
      counts[image.sample(i)]++;
    }
    return counts;
  }

  private static Raster same(Raster image, IntToDoubleFunction change) {
    byte[] table = table(change);
    byte[][] tables = new byte[image.channels()][];
    Arrays.fill(tables, table);
    return map(image, tables);
  }

  private static byte[] table(IntToDoubleFunction change) {
    byte[] table = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = clamped(change.applyAsDouble(level));
    }
    return table;
  }

  /** The nearest level. */
  static byte clamped(double level) {
    return (byte) Math.max(0, Math.min(255, Math.round(level)));
  }

  private static Raster map(Raster image, byte[][] tables) {
    byte[] samples = new byte[image.size()];
    for (int i = 0; i < samples.length; ) {
      for (byte[] table : tables) {
        samples[i] = table[image.sample(i)];
        i++;
      }
    }
    return Raster.owning(image.height(), image.width(), image.channels(), samples);
  }
}
