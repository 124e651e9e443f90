package io.perceiver.audio.mel;

/** How frequencies are spaced as the ear hears them. */
public enum MelScale {
  /** HTK's: 2595 log₁₀(1 + f / 700), about 1000 mel at 1000 Hz. */
  HTK {
    @Override
    double mel(double hz) {
      return HTK_FACTOR * Math.log10(1 + hz / HTK_CORNER_HZ);
    }

    @Override
    double hz(double mel) {
      return HTK_CORNER_HZ * (Math.pow(10, mel / HTK_FACTOR) - 1);
    }
  },

  /**
   * That of Slaney's Auditory Toolbox, which is librosa's default: straight up to 1000 Hz, which
   * are 15 mel, then 27 mel for each factor of 6.4.
   */
  SLANEY {
    @Override
    double mel(double hz) {
      return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    @Override
    double hz(double mel) {
      return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp((mel - BREAK_MEL) * LOG_STEP);
    }
  };

  private static final double HTK_FACTOR = 2595;
  private static final double HTK_CORNER_HZ = 700;
  private static final double BREAK_HZ = 1000;
  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  abstract double mel(double hz);

  abstract double hz(double mel);

  /** Returns frequencies evenly spaced in mel, both ends included. */
  double[] spaced(double minHz, double maxHz, int count) {
    double first = mel(minHz);
    double step = (mel(maxHz) - first) / (count - 1);
    double[] hz = new double[count];
    for (int i = 0; i < count; i++) {
      hz[i] = hz(first + i * step);
    }
    return hz;
  }
}
