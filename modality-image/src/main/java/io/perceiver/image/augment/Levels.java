package io.perceiver.image.augment;

import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Changes that map each level of a channel to another: by a table of 256 for 8-bit samples, and
 * sample by sample, between the levels too, for deeper ones.
 */
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
    double sum = 0;
    for (int i = 0; i < grey.size(); i++) {
      sum += grey.level(i);
    }
    long mean = Math.round(sum / grey.size());
    return same(image, level -> mean + factor * (level - mean));
  }

  /** Keeps the given number of leading bits of every level. */
  static Raster posterize(Raster image, int bits) {
    int step = 1 << (8 - bits);
    return same(image, level -> Math.floor(level / step) * step);
  }

  /** Inverts every level from the threshold on. */
  static Raster solarize(Raster image, int threshold) {
    return same(image, level -> level < threshold ? level : LEVELS - 1 - level);
  }

  /** The negative. */
  static Raster invert(Raster image) {
    return solarize(image, 0);
  }

  /** Stretches each channel so that its darkest level becomes 0 and its brightest 255. */
  static Raster autoContrast(Raster image) {
    DoubleUnaryOperator[] changes = new DoubleUnaryOperator[image.channels()];
    for (int channel = 0; channel < changes.length; channel++) {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (int i = channel; i < image.size(); i += changes.length) {
        least = Math.min(least, image.level(i));
        most = Math.max(most, image.level(i));
      }
      double from = least;
      double range = most - least;
      changes[channel] = level -> range == 0 ? level : (level - from) * 255.0 / range;
    }
    return map(image, changes);
  }

  /**
   * Spreads each channel's levels so that all are about equally frequent; by the rule of the
   * well-known Python library, in whole numbers.
   */
  static Raster equalize(Raster image) {
    DoubleUnaryOperator[] changes = new DoubleUnaryOperator[image.channels()];
    for (int channel = 0; channel < changes.length; channel++) {
      changes[channel] = between(equalizing(histogram(image, channel)));
    }
    return map(image, changes);
  }

  /** Looks a level up in a table of 256, on the straight line between two of them. */
  private static DoubleUnaryOperator between(int[] table) {
    return level -> {
      int below = (int) level;
      int above = Math.min(LEVELS - 1, below + 1);
      return table[below] + (level - below) * (table[above] - table[below]);
    };
  }

  private static int[] equalizing(int[] counts) {
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
      return IntStream.range(0, LEVELS).toArray();
    }
    int[] table = new int[LEVELS];
    int below = step / 2;
    for (int level = 0; level < LEVELS; level++) {
      table[level] = Math.min(255, below / step);
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

  private static Raster same(Raster image, DoubleUnaryOperator change) {
    DoubleUnaryOperator[] changes = new DoubleUnaryOperator[image.channels()];
    Arrays.fill(changes, change);
    return map(image, changes);
  }

  private static byte[] table(DoubleUnaryOperator change) {
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

  /** All samples on the scale from 0 to 255. */
  static double[] of(Raster image) {
    double[] levels = new double[image.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = image.level(i);
    }
    return levels;
  }

  /** Changes each channel by its own function. */
  private static Raster map(Raster image, DoubleUnaryOperator[] changes) {
    if (!image.isBytes()) {
      double[] levels = of(image);
      for (int i = 0; i < levels.length; i++) {
        levels[i] = changes[i % changes.length].applyAsDouble(levels[i]);
      }
      return image.ofLevels(image.height(), image.width(), image.channels(), levels);
    }
    byte[][] tables = new byte[changes.length][];
    for (int channel = 0; channel < tables.length; channel++) {
      boolean known = channel > 0 && changes[channel] == changes[channel - 1];
      tables[channel] = known ? tables[channel - 1] : table(changes[channel]);
    }
    byte[] samples = image.bytes();
    for (int i = 0; i < samples.length; ) {
      for (byte[] table : tables) {
        samples[i] = table[samples[i] & 0xff];
        i++;
      }
    }
    return Raster.owning(image.height(), image.width(), image.channels(), samples);
  }
}
