package io.perceiver.image;

import java.util.List;

/**
 * What each of the 256 sample values becomes: (sample / 255 - mean) / sd, by channel. Immutable;
 * computed once, so that normalising costs a look-up.
 */
final class Normalisation {
  private static final int LEVELS = 256;
  private static final double LARGEST = 255;

  private final float[][] tables;

  /** One number for all channels, or one for each. */
  Normalisation(List<Double> mean, List<Double> sd, int channels) {
    tables = new float[channels][LEVELS];
    for (int channel = 0; channel < channels; channel++) {
      double centre = mean.get(Math.min(channel, mean.size() - 1));
      double spread = sd.get(Math.min(channel, sd.size() - 1));
      for (int level = 0; level < LEVELS; level++) {
        tables[channel][level] = (float) ((level / LARGEST - centre) / spread);
      }
    }
  }

  static Normalisation of(ImageConfig config) {
    return new Normalisation(config.mean(), config.sd(), config.colour().channels());
  }

  /** By sample value; not to be written to. */
  float[] table(int channel) {
    return tables[channel];
  }
}
