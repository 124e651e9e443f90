package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * Faster or slower, and higher or deeper with it: the clip is read in longer or shorter steps, by a
 * cubic through the four samples around each place (Catmull and Rom). For factors near 1; what
 * would fold back above the Nyquist frequency is not removed.
 *
 * @param least lowest factor
 * @param most highest factor
 */
record Speed(double least, double most) implements SoundStep {

  @Override
  public Sound apply(Sound clip, RandomGenerator random) {
    double factor = least + (most - least) * random.nextDouble();
    return factor == 1 ? clip : clip.map(samples -> read(samples, factor));
  }

  private static float[] read(float[] samples, double step) {
    float[] result = new float[Math.max(1, (int) Math.round(samples.length / step))];
    for (int i = 0; i < result.length; i++) {
      double place = i * step;
      int at = (int) place;
      double t = place - at;
      float before = sample(samples, at - 1);
      float from = sample(samples, at);
      float to = sample(samples, at + 1);
      float after = sample(samples, at + 2);
      double slope = t * (to - before);
      double square = t * t * (2 * before - 5 * from + 4 * to - after);
      double cube = t * t * t * (3 * (from - to) + after - before);
      result[i] = (float) (from + (slope + square + cube) / 2);
    }
    return result;
  }

  private static float sample(float[] samples, int at) {
    return samples[Math.max(0, Math.min(samples.length - 1, at))];
  }
}
