package io.perceiver.audio.mel;

import io.perceiver.audio.signal.Sound;

/**
 * The log-mel spectrogram: 10 log₁₀ of the power in each band of each frame, no lower than so many
 * decibels below the loudest value of the clip, then standardised. Immutable and thread-safe.
 *
 * <p>Frame i begins at sample i × hop. There are as many as cover every sample, at least one; the
 * last one ends in silence.
 */
public final class LogMel {
  // what rounding to 16 bits leaves; a clip all of whose bands are below it is silence
  private static final double SILENCE_DB = -100;

  // far below every floor
  private static final double LEAST_POWER = 1e-35;

  private final MelConfig config;
  private final int hop;
  private final float[] window;
  private final MelFilters filters;

  /**
   * For sounds of one rate.
   *
   * @param config checked against that rate by {@link MelConfig#check}
   */
  public LogMel(MelConfig config, int rateHz) {
    this.config = config;
    this.hop = config.hop(rateHz);
    this.window = PowerSpectrum.hann(config.window(rateHz));
    this.filters = filters(config, rateHz);
  }

  static MelFilters filters(MelConfig config, int rateHz) {
    int window = config.window(rateHz);
    return MelFilters.of(
        config.melBands(),
        config.minHz(),
        config.topHz(rateHz),
        (double) rateHz / PowerSpectrum.size(window),
        PowerSpectrum.bins(window));
  }

  /** Number of frames that cover so many samples. */
  public int frames(int samples) {
    int beyondFirst = Math.max(0, samples - window.length);
    return 1 + (int) (((long) beyondFirst + hop - 1) / hop);
  }

  /** The value where a clip has no frame. */
  public float filling() {
    return config.standardise().filling();
  }

  /**
   * The spectrogram of a sound.
   *
   * @return (frame, band, channel), the caller's
   */
  public float[] of(Sound sound) {
    int series = filters.bands() * sound.channels();
    float[] decibels = new float[frames(sound.frames()) * series];
    for (int channel = 0; channel < sound.channels(); channel++) {
      write(sound.channel(channel), decibels, channel, sound.channels());
    }
    double top = SILENCE_DB;
    for (float value : decibels) {
      top = Math.max(top, value);
    }
    float floor = (float) (top - config.floorDb());
    for (int i = 0; i < decibels.length; i++) {
      decibels[i] = Math.max(floor, decibels[i]);
    }
    config.standardise().apply(decibels, series, top, config.floorDb());
    return decibels;
  }

  private void write(float[] samples, float[] decibels, int channel, int channels) {
    PowerSpectrum spectrum = new PowerSpectrum(window);
    double[] first = new double[PowerSpectrum.bins(window.length)];
    double[] second = new double[first.length];
    int frames = frames(samples.length);
    int stride = filters.bands() * channels;
    for (int frame = 0; frame < frames; frame += 2) {
      spectrum.pair(samples, frame * hop, (frame + 1) * hop, first, second);
      write(first, decibels, frame * stride + channel, channels);
      if (frame + 1 < frames) {
        write(second, decibels, (frame + 1) * stride + channel, channels);
      }
    }
  }

  private void write(double[] power, float[] decibels, int from, int step) {
    for (int band = 0; band < filters.bands(); band++) {
      double value = Math.max(LEAST_POWER, filters.apply(band, power));
      decibels[from + band * step] = (float) (10 * Math.log10(value));
    }
  }
}
