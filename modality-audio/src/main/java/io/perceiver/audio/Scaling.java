package io.perceiver.audio;

import io.perceiver.audio.signal.Sound;

/** How loud a clip is made before it is cut into patches. */
public enum Scaling {
  /** As it is: full scale is ±1. */
  NONE,

  /** To a root mean square of 1. */
  RMS,

  /** To a largest absolute sample of 1. */
  PEAK;

  // below what 24 bits can hold; silence is not blown up
  private static final double SILENCE = 1e-7;

  /** The factor for a sound; 1 for silence. */
  double factor(Sound sound) {
    double size =
        switch (this) {
          case NONE -> 1;
          case RMS -> sound.rms();
          case PEAK -> peak(sound);
        };
    return size < SILENCE ? 1 : 1 / size;
  }

  private static double peak(Sound sound) {
    float peak = 0;
    for (int channel = 0; channel < sound.channels(); channel++) {
      for (float sample : sound.channel(channel)) {
        peak = Math.max(peak, Math.abs(sample));
      }
    }
    return peak;
  }
}
