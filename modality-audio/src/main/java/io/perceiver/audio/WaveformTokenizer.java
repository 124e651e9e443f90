package io.perceiver.audio;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;

/**
 * One element for each patch of successive samples (Perceiver §4.2: 128); inside one, sample by
 * sample, channel last. The last patch ends in silence. Thread-safe.
 */
public final class WaveformTokenizer extends SoundTokenizer {
  private final int patch;
  private final Scaling scaling;

  /** Creates one with this configuration's rate, patches and scaling. */
  public WaveformTokenizer(AudioConfig config) {
    super(spec(config), config);
    this.patch = config.patch();
    this.scaling = config.scaling();
  }

  private static ByteArraySpec spec(AudioConfig config) {
    return ByteArraySpec.grid(
        config.patch() * config.channels(),
        config.patch() + " samples of sound",
        patches(config.maxSamples(), config.patch()));
  }

  private static int patches(int samples, int patch) {
    return (int) (((long) samples + patch - 1) / patch);
  }

  @Override
  int elementsOf(int samples) {
    return patches(samples, patch);
  }

  @Override
  void write(Sound sound, FloatBuffer content) {
    int channels = sound.channels();
    float factor = (float) scaling.factor(sound);
    float[] elements = new float[elementsOf(sound.frames()) * patch * channels];
    for (int channel = 0; channel < channels; channel++) {
      float[] samples = sound.channel(channel);
      for (int i = 0; i < samples.length; i++) {
        elements[i * channels + channel] = samples[i] * factor;
      }
    }
    content.put(elements);
  }
}
