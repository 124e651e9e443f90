package io.perceiver.image;

import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.SampleKind;
import java.util.List;

/**
 * What a sample becomes by channel: (sample / white - mean) / sd, where white is 255, 65535 or 1 by
 * the kind of samples. Indices are not divided: (index - mean) / sd. Immutable; 8-bit samples cost
 * a look-up.
 */
final class Normalisation {
  private static final int LEVELS = 256;
  private static final double LARGEST = 255;

  private final double[] means;
  private final double[] sds;
  private final float[][] tables;

  /** One number for all channels, or one for each. */
  Normalisation(List<Double> mean, List<Double> sd, int channels) {
    means = new double[channels];
    sds = new double[channels];
    tables = new float[channels][LEVELS];
    for (int channel = 0; channel < channels; channel++) {
      means[channel] = mean.get(Math.min(channel, mean.size() - 1));
      sds[channel] = sd.get(Math.min(channel, sd.size() - 1));
      for (int level = 0; level < LEVELS; level++) {
        tables[channel][level] = normalised(level / LARGEST, channel);
      }
    }
  }

  /** Where a list is empty, samples go to [-1, 1], and indices stay as they are. */
  static Normalisation of(ImageConfig config) {
    boolean indexed = config.colour() == Colour.INDEX;
    return new Normalisation(
        config.mean().isEmpty() ? List.of(indexed ? 0.0 : 0.5) : config.mean(),
        config.sd().isEmpty() ? List.of(indexed ? 1.0 : 0.5) : config.sd(),
        config.colour().channels());
  }

  private float normalised(double sample, int channel) {
    return (float) ((sample - means[channel]) / sds[channel]);
  }

  /**
   * Normalises neighbouring samples, channel by channel from the first.
   *
   * @param from place of the first sample in the image
   */
  void apply(Raster image, int from, float[] to, int at, int count) {
    int channels = tables.length;
    if (image.isBytes()) {
      for (int channel = 0; channel < channels; channel++) {
        float[] table = tables[channel];
        for (int i = channel; i < count; i += channels) {
          to[at + i] = table[image.sample(from + i)];
        }
      }
      return;
    }
    double white = image.kind() == SampleKind.INDEX ? 1 : image.kind().white();
    for (int i = 0; i < count; i++) {
      to[at + i] = normalised(image.value(from + i) / white, i % channels);
    }
  }

  /** What 8-bit samples become; not to be written to. */
  float[] table(int channel) {
    return tables[channel];
  }
}
