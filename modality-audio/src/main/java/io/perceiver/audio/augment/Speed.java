package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Faster or slower, and higher or deeper with it: the clip is read in longer or shorter steps, by a
 * cubic through the four samples around each place (Catmull and Rom). For factors near 1; what
 * would fold back above the Nyquist frequency is not removed.
 *
 * @param least lowest factor
 * @param most highest factor
 */
record Speed(double least, double most) {
  // samples that the cubic looks at on either side of the one it starts from
  private static final int BEFORE = 1;
  private static final int BEHIND = 2;

  private static final int FRACTION_BITS = 32;
  private static final double ONE_SAMPLE = 0x1p32;
  private static final int FLOAT_FRACTION_BITS = 23;
  private static final int FLOAT_FRACTION = (1 << FLOAT_FRACTION_BITS) - 1;
  private static final int FLOAT_ONE = Float.floatToRawIntBits(1);

  /** Draws a factor. */
  double draw(RandomGenerator random) {
    return least + (most - least) * random.nextDouble();
  }

  /** Returns how many frames a clip has at another speed, at least one. */
  static int frames(int frames, double factor) {
    return Math.max(1, (int) Math.round(frames / factor));
  }

  /** Returns the clip at another speed; the clip itself for a factor of 1. */
  static Sound apply(Sound clip, double factor) {
    return factor == 1 ? clip : clip.map(samples -> read(samples, factor));
  }

  private static float[] read(float[] samples, double step) {
    float[] padded = padded(samples);
    float[] result = new float[frames(samples.length, step)];
    // places in fixed point: conversions between integers and doubles, which processors let wait
    // for each other, took four times as long
    long place = 0;
    long fixedStep = Math.round(step * ONE_SAMPLE);
    for (int i = 0; i < result.length; i++) {
      int at = (int) (place >>> FRACTION_BITS);
      float t = fraction(place);
      place += fixedStep;
      float before = padded[at];
      float from = padded[at + 1];
      float to = padded[at + 2];
      float after = padded[at + 3];
      float slope = to - before;
      float square = 2 * before - 5 * from + 4 * to - after;
      float cube = 3 * (from - to) + after - before;
      result[i] = from + 0.5f * t * (slope + t * (square + t * cube));
    }
    return result;
  }

  /** The part of a place behind the point, written into the fraction of a float from 1 to 2. */
  private static float fraction(long place) {
    int bits = (int) (place >>> (FRACTION_BITS - FLOAT_FRACTION_BITS)) & FLOAT_FRACTION;
    return Float.intBitsToFloat(FLOAT_ONE | bits) - 1;
  }

  /** The samples with the first one before them and the last one behind them. */
  private static float[] padded(float[] samples) {
    float[] padded = new float[samples.length + BEFORE + BEHIND];
    System.arraycopy(samples, 0, padded, BEFORE, samples.length);
    Arrays.fill(padded, 0, BEFORE, samples[0]);
    Arrays.fill(padded, BEFORE + samples.length, padded.length, samples[samples.length - 1]);
    return padded;
  }
}
