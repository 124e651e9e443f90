package io.perceiver.audio.mel;

import io.perceiver.audio.signal.Sound;

/**
 * The log-mel spectrogram: 10 log₁₀ of the power in each band of each frame, no lower than so many
 * decibels below the loudest value of the clip, then standardised. Immutable and thread-safe.
 *
 * <p>Frame i begins at sample i × hop. There are as many as cover every sample, at least one; the
 * last one ends in silence. Centred frames lie around that sample instead, with silence before the
 * first sample and behind the last.
 */
public final class LogMel {
  // what rounding to 16 bits leaves; a clip all of whose bands are below it is silence
  private static final float SILENCE_DB = -100;

  // added to all: far below every floor, but above 0
  private static final double LEAST_POWER = 1e-35;

  private final MelConfig config;
  private final int hop;
  private final int windowLength;
  private final PowerSpectrum spectrum;
  private final MelFilters filters;
  private final ThreadLocal<FrameBlock> blocks;

  /**
   * Creates one for sounds of one rate.
   *
   * @param config checked against that rate by {@link MelConfig#check}
   */
  public LogMel(MelConfig config, int rateHz) {
    this.config = config;
    this.hop = config.hop(rateHz);
    this.windowLength = config.window(rateHz);
    this.spectrum = new PowerSpectrum(PowerSpectrum.hann(windowLength));
    this.filters = filters(config, rateHz);
    this.blocks = ThreadLocal.withInitial(() -> FrameBlock.of(windowLength));
  }

  static MelFilters filters(MelConfig config, int rateHz) {
    int window = config.window(rateHz);
    return MelFilters.of(
        config.scale(),
        config.areaNormalised(),
        config.melBands(),
        config.minHz(),
        config.topHz(rateHz),
        (double) rateHz / PowerSpectrum.size(window),
        PowerSpectrum.bins(window));
  }

  /** Number of frames that cover so many samples. */
  public int frames(int samples) {
    if (config.centred()) {
      return 1 + samples / hop;
    }
    int beyondFirst = Math.max(0, samples - windowLength);
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
    int frames = frames(sound.frames());
    float[] decibels = new float[frames * series];
    for (int channel = 0; channel < sound.channels(); channel++) {
      write(placed(sound.channel(channel)), frames, decibels, channel, sound.channels());
    }
    float top = SILENCE_DB;
    for (float value : decibels) {
      if (value > top) {
        top = value;
      }
    }
    float floor = (float) (top - config.floorDb());
    for (int i = 0; i < decibels.length; i++) {
      decibels[i] = Math.max(floor, decibels[i]);
    }
    config.standardise().apply(decibels, series, top, config.floorDb());
    return decibels;
  }

  /** The samples, with half a window of silence before them if frames are centred. */
  private float[] placed(float[] samples) {
    if (!config.centred()) {
      return samples;
    }
    float[] placed = new float[windowLength / 2 + samples.length];
    System.arraycopy(samples, 0, placed, windowLength / 2, samples.length);
    return placed;
  }

  private void write(float[] samples, int frames, float[] decibels, int channel, int channels) {
    FrameBlock block = blocks.get();
    int stride = filters.bands() * channels;
    // blocks of about the same width, so that none is too narrow for vector instructions
    int width = share(frames, share(frames, block.width()));
    for (int frame = 0; frame < frames; frame += width) {
      int count = Math.min(width, frames - frame);
      double[][] power = spectrum.of(samples, frame * hop, hop, count, block);
      for (int band = 0; band < filters.bands(); band++) {
        filters.apply(band, power, block.band(), count);
        int first = frame * stride + band * channels + channel;
        write(block.band(), count, decibels, first, stride);
      }
    }
  }

  private static void write(double[] power, int count, float[] decibels, int first, int stride) {
    int at = first;
    for (int i = 0; i < count; i++) {
      decibels[at] = Decibels.of(power[i] + LEAST_POWER);
      at += stride;
    }
  }

  private static int share(int whole, int parts) {
    return (whole + parts - 1) / parts;
  }
}
