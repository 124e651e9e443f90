package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * Louder or quieter, uniform in ± decibels. Nothing is clipped.
 *
 * @param mostDb largest change
 */
record Gain(double mostDb) {

  /** Returns a changed copy of the clip, or the clip itself. */
  Sound apply(Sound clip, RandomGenerator random) {
    double decibels = mostDb * (2 * random.nextDouble() - 1);
    float factor = (float) Math.pow(10, decibels / 20);
    return clip.map(samples -> scaled(samples, factor));
  }

  private static float[] scaled(float[] samples, float factor) {
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = samples[i] * factor;
    }
    return result;
  }
}
