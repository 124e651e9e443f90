package io.perceiver.audio.augment;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/**
 * White Gaussian noise, its ratio to the clip's power uniform in decibels. Silence stays silent.
 *
 * @param leastDb lowest ratio of signal to noise
 * @param mostDb highest ratio
 */
record Noise(double leastDb, double mostDb) {

  /** Returns a changed copy of the clip, or the clip itself. */
  Sound apply(Sound clip, RandomGenerator random) {
    double ratio = leastDb + (mostDb - leastDb) * random.nextDouble();
    double sd = clip.rms() * Math.pow(10, -ratio / 20);
    return sd == 0 ? clip : clip.map(samples -> noisy(samples, (float) sd, random));
  }

  private static float[] noisy(float[] samples, float sd, RandomGenerator random) {
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = samples[i] + sd * (float) random.nextGaussian();
    }
    return result;
  }
}
