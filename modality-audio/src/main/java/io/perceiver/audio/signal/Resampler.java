package io.perceiver.audio.signal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rate of sound by a band-limited polyphase filter, without delay. What the new rate
 * cannot hold is at least 80 dB down instead of folded back; frequencies up to 0.9 of the lower
 * Nyquist frequency are kept. Before and after the sound lies silence. Immutable and thread-safe.
 *
 * <p>Output sample k lies at the input's time k × from / to. As from / to is a fraction, there are
 * only so many different places between two input samples; the filter's weights of each, a phase,
 * are computed once, unless they would take megabytes.
 */
public final class Resampler {
  // 2 MiB of weights; ratios of usual rates need less than a tenth of it
  private static final int MOST_KEPT = 1 << 19;

  // shorter sounds are not worth the arrangement
  private static final int LEAST_COLUMNS = 16;

  private final int from;
  private final int to;
  private final double scale;
  private final int reach;
  private final float @Nullable [][] phases;

  /**
   * A change of rate.
   *
   * @param fromHz rate of the sounds given, above 0
   * @param toHz rate they get, above 0
   */
  public Resampler(int fromHz, int toHz) {
    int common = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
    this.from = fromHz / common;
    this.to = toHz / common;
    this.scale = Math.min(1, (double) toHz / fromHz);
    this.reach = (int) Math.ceil(LowPass.HALF_WIDTH / scale);
    this.phases = (long) to * 2 * reach <= MOST_KEPT ? allPhases() : null;
  }

  /** Returns the sound at another rate; itself if it has that rate. */
  public static Sound resample(Sound sound, int toHz) {
    return sound.rateHz() == toHz ? sound : new Resampler(sound.rateHz(), toHz).apply(sound);
  }

  /** Returns a sound of this change's first rate at its second. */
  public Sound apply(Sound sound) {
    float[][] channels = new float[sound.channels()][];
    for (int channel = 0; channel < channels.length; channel++) {
      channels[channel] = apply(sound.channel(channel));
    }
    return new Sound(Math.toIntExact((long) sound.rateHz() * to / from), channels);
  }

  /**
   * Returns the samples of one channel at the new rate, as many as fit their duration, rounded up.
   *
   * @throws IllegalArgumentException if that is more than an array holds
   */
  public float[] apply(float[] samples) {
    if (from == to) {
      return samples.clone();
    }
    long count = ((long) samples.length * to + from - 1) / from;
    if (count > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(samples.length + " samples become " + count);
    }
    float[] result = new float[(int) count];
    int periods = (2 * reach + from - 1) / from;
    if (phases != null && samples.length / (from * periods) >= LEAST_COLUMNS) {
      byColumns(new Columns(samples, from * periods), to * periods, phases, result);
    } else {
      one(samples, result);
    }
    return result;
  }

  /** Outputs that lie at the same place between two inputs have the same weights. */
  private void byColumns(Columns columns, int step, float[][] weights, float[] result) {
    for (int first = 0; (long) first * step < result.length; first += Columns.WIDTH) {
      int most = Math.min(Columns.WIDTH, (result.length - 1) / step + 1 - first);
      for (int row = 0; row < step; row++) {
        int at = first * step + row;
        int count = at < result.length ? Math.min(most, (result.length - 1 - at) / step + 1) : 0;
        long place = (long) row * from;
        int input = (int) (place / to) - reach + 1;
        float[] sums = columns.weighted(input, weights[(int) (place % to)], first, count);
        for (int column = 0; column < count; column++) {
          result[at + column * step] = sums[column];
        }
      }
    }
  }

  private void one(float[] samples, float[] result) {
    for (int k = 0; k < result.length; k++) {
      long place = (long) k * from;
      int phase = (int) (place % to);
      float[] weights = phases == null ? weights(phase) : phases[phase];
      result[k] = weighted(samples, (int) (place / to) - reach + 1, weights);
    }
  }

  private float[][] allPhases() {
    float[][] all = new float[to][];
    for (int phase = 0; phase < to; phase++) {
      all[phase] = weights(phase);
    }
    return all;
  }

  /** The weights of the input samples around a place, which sum up to 1. */
  private float[] weights(int phase) {
    double[] exact = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = LowPass.at((i - reach + 1 - (double) phase / to) * scale);
      sum += exact[i];
    }
    float[] weights = new float[exact.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (exact[i] / sum);
    }
    return weights;
  }

  private static float weighted(float[] samples, int first, float[] weights) {
    int begin = Math.max(0, -first);
    int end = Math.min(weights.length, samples.length - first);
    // four sums that do not wait for each other
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = begin;
    for (; i + 3 < end; i += 4) {
      a += samples[first + i] * weights[i];
      b += samples[first + i + 1] * weights[i + 1];
      c += samples[first + i + 2] * weights[i + 2];
      d += samples[first + i + 3] * weights[i + 3];
    }
    for (; i < end; i++) {
      a += samples[first + i] * weights[i];
    }
    return (a + b) + (c + d);
  }
}
