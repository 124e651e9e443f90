package io.perceiver.demo;

import java.util.Random;

/**
 * Makes a toy's sound: a tone somewhere within half a second of background noise, as a WAV of
 * {@value #SAMPLES} samples, mono, 16 bits, {@value #RATE} Hz. Thread-safe.
 */
final class SoundRenderer implements SenseRenderer {
  /** Samples a second. */
  static final int RATE = 8000;

  /** Samples of each file. */
  static final int SAMPLES = 4096;

  /** Length of each file. */
  static final double SECONDS = (double) SAMPLES / RATE;

  private static final double FADE = 0.015; // seconds in and out, so that nothing clicks

  private final SoundDifficulty difficulty;

  /** Sounds with this much variety and noise. */
  SoundRenderer(SoundDifficulty difficulty) {
    this.difficulty = difficulty;
  }

  @Override
  public byte[] render(Kind kind, Random random) {
    return PlainWav.encode(RATE, samples(kind.sound(), random));
  }

  /** The sound itself, full scale being -1 to 1. */
  double[] samples(Sound sound, Random random) {
    Voice voice = Voice.draw(difficulty, random);
    double[] samples = tone(sound, voice);
    double gain = voice.loudness() / rootMeanSquare(samples);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = gain * samples[i] + voice.noise() * random.nextGaussian();
    }
    return samples;
  }

  private static double[] tone(Sound sound, Voice voice) {
    double[] samples = new double[SAMPLES];
    double turns = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double time = (double) i / RATE - voice.onset();
      if (time >= 0 && time <= voice.duration()) {
        double share = time / voice.duration();
        turns += voice.pitchHz() * StrictMath.pow(2, sound.octaves(voice, share)) / RATE;
        double loudness = sound.loudness(voice, share) * fade(time, voice.duration());
        samples[i] = loudness * withOvertone(Waves.sine(turns), voice.overtone());
      }
    }
    return samples;
  }

  private static double fade(double time, double duration) {
    return Math.min(1, Math.min(time, duration - time) / FADE);
  }

  /** A sine with some of its third harmonic: sin 3x = 3 sin x - 4 sin³ x. */
  private static double withOvertone(double sine, double overtone) {
    return sine + overtone * (3 * sine - 4 * sine * sine * sine);
  }

  private static double rootMeanSquare(double[] samples) {
    double squares = 0;
    for (double sample : samples) {
      squares += sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }
}
