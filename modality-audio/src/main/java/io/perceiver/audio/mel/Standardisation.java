package io.perceiver.audio.mel;

/** What decibels become before the model sees them. */
public enum Standardisation {
  /** From -1, the floor, to 1, the loudest value of the clip. */
  NONE,

  /** Mean 0 and standard deviation 1 over all values of the clip. */
  CLIP,

  /**
   * Mean 0 and standard deviation 1 over the time of each band, which removes what a voice, a room
   * or a microphone adds to a band throughout.
   */
  BAND;

  // a hundredth of a decibel: less does not vary, as in silence, and is not blown up
  private static final double LEAST_SD = 0.01;

  /**
   * Changes decibels in place.
   *
   * @param values (frame, series): one series for each band and channel
   * @param series number of series
   * @param top decibels that become 1 with {@link #NONE}
   * @param range decibels below the top that become -1 with {@link #NONE}
   */
  void apply(float[] values, int series, double top, double range) {
    switch (this) {
      case NONE -> shift(values, 0, 1, top - range / 2, range / 2);
      case CLIP -> standardise(values, 0, 1);
      case BAND -> {
        for (int first = 0; first < series; first++) {
          standardise(values, first, series);
        }
      }
    }
  }

  private static void standardise(float[] values, int first, int step) {
    Moments moments = Moments.of(values, first, step);
    double sd = moments.sd();
    shift(values, first, step, moments.mean(), sd < LEAST_SD ? 1 : sd);
  }

  private static void shift(float[] values, int first, int step, double centre, double spread) {
    // in floats, as conversions would take most of the time
    float from = (float) centre;
    float factor = (float) (1 / spread);
    for (int i = first; i < values.length; i += step) {
      values[i] = (values[i] - from) * factor;
    }
  }

  /** What stands where a clip has no frame: the floor, or the mean once there is one. */
  float filling() {
    return this == NONE ? -1 : 0;
  }
}
