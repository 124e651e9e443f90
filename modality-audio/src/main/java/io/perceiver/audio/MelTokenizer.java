package io.perceiver.audio;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.audio.mel.LogMel;
import io.perceiver.audio.mel.MelGrid;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * One element for each rectangle of frames × bands of the log-mel spectrogram, laid out as {@link
 * MelGrid} says. Where the last rectangle in time reaches beyond the clip's frames it is filled
 * with the floor, or with 0, the mean, where values are standardised. Thread-safe.
 */
public final class MelTokenizer extends SoundTokenizer {
  private final LogMel spectrogram;
  private final MelGrid grid;

  /** Creates one with this configuration's rate, spectrogram and elements. */
  public MelTokenizer(AudioConfig config) {
    this(
        config,
        new LogMel(config.mel(), config.sampleRateHz()),
        MelGrid.of(config.mel(), config.channels()));
  }

  private MelTokenizer(AudioConfig config, LogMel spectrogram, MelGrid grid) {
    super(spec(config, spectrogram, grid), config);
    this.spectrogram = spectrogram;
    this.grid = grid;
  }

  private static ByteArraySpec spec(AudioConfig config, LogMel spectrogram, MelGrid grid) {
    return ByteArraySpec.grid(
        grid.elementChannels(),
        grid.frames() + " × " + grid.bands() + " frames × mel bands of sound",
        grid.columns(spectrogram.frames(config.maxSamples())),
        grid.rows());
  }

  @Override
  int elementsOf(int samples) {
    return grid.columns(spectrogram.frames(samples)) * grid.rows();
  }

  @Override
  void write(Sound sound, FloatBuffer content) {
    float[] values = spectrogram.of(sound);
    float[] elements = new float[elementsOf(sound.frames()) * grid.elementChannels()];
    Arrays.fill(elements, spectrogram.filling());
    int run = grid.bands() * grid.channels();
    for (int from = 0; from < values.length; from += run) {
      int frame = from / grid.series();
      int band = from % grid.series() / grid.channels();
      System.arraycopy(values, from, elements, grid.index(frame, band, 0), run);
    }
    content.put(elements);
  }
}
