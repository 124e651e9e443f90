package io.perceiver.audio.signal;

/**
 * The low-pass filter behind every change of rate: a sinc under a Kaiser window, tabulated once.
 * Time counts in samples of the lower of the two rates, whose Nyquist frequency is 0.5.
 *
 * <p>Kaiser's formulas (Oppenheim and Schafer, <i>Discrete-Time Signal Processing</i>, §7.5.3) give
 * the window's β and the width of the transition from the attenuation wanted. The stop band begins
 * at the Nyquist frequency, 80 dB down; the pass band ends at 0.9 of it.
 */
final class LowPass {
  /** Half the filter's length. */
  static final int HALF_WIDTH = 48;

  private static final double STOP_BAND_DB = 80;
  private static final double BETA = 0.1102 * (STOP_BAND_DB - 8.7);
  private static final double TRANSITION =
      (STOP_BAND_DB - 8) / (2.285 * 2 * Math.PI * 2 * HALF_WIDTH);
  private static final double CUT_OFF = 0.5 - TRANSITION / 2;

  // between two entries the filter is taken as straight: an error below -100 dB
  private static final int STEPS = 512;
  private static final double[] TABLE = table();

  private LowPass() {}

  /** The filter's value at a time; 0 beyond its ends. */
  static double at(double time) {
    double place = Math.abs(time) * STEPS;
    int step = (int) place;
    if (step >= TABLE.length - 1) {
      return 0;
    }
    return TABLE[step] + (place - step) * (TABLE[step + 1] - TABLE[step]);
  }

  private static double[] table() {
    double[] table = new double[HALF_WIDTH * STEPS + 1];
    for (int i = 0; i < table.length; i++) {
      double time = (double) i / STEPS;
      double share = time / HALF_WIDTH;
      double window = bessel(BETA * Math.sqrt(Math.max(0, 1 - share * share))) / bessel(BETA);
      table[i] = 2 * CUT_OFF * sinc(2 * CUT_OFF * time) * window;
    }
    return table;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** I₀, the modified Bessel function of order 0, by its power series. */
  static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-16; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
