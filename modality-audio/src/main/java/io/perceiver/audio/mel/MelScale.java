package io.perceiver.audio.mel;

/** The mel scale as HTK has it: 2595 log₁₀(1 + f / 700), about 1000 mel at 1000 Hz. */
final class MelScale {
  private static final double FACTOR = 2595;
  private static final double CORNER_HZ = 700;

  private MelScale() {}

  static double mel(double hz) {
    return FACTOR * Math.log10(1 + hz / CORNER_HZ);
  }

  static double hz(double mel) {
    return CORNER_HZ * (Math.pow(10, mel / FACTOR) - 1);
  }

  /** Frequencies evenly spaced in mel, both ends included. */
  static double[] spaced(double minHz, double maxHz, int count) {
    double first = mel(minHz);
    double step = (mel(maxHz) - first) / (count - 1);
    double[] hz = new double[count];
    for (int i = 0; i < count; i++) {
      hz[i] = hz(first + i * step);
    }
    return hz;
  }
}
