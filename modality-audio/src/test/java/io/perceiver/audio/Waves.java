package io.perceiver.audio;

import io.perceiver.audio.signal.Sound;
import java.util.random.RandomGenerator;

/** Sounds made on the spot. */
public final class Waves {
  private Waves() {}

  /** A sine that begins at 0. */
  public static float[] sine(int rateHz, double hz, double amplitude, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
    }
    return samples;
  }

  /** White noise of a standard deviation. */
  public static float[] noise(RandomGenerator random, double sd, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (sd * random.nextGaussian());
    }
    return samples;
  }

  /** 0, 1, 2 … times a step. */
  public static float[] ramp(double step, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (step * i);
    }
    return samples;
  }

  /** Root of the mean square of a part. */
  public static double rms(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (to - from));
  }

  /** A sine of 440 Hz as a sound. */
  public static Sound tone(int rateHz, int count) {
    return Sound.mono(rateHz, sine(rateHz, 440, 0.5, count));
  }
}
