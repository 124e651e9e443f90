package io.perceiver.audio;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Tokenizer;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;

/**
 * What spectrograms and waveforms have in common: a clip that is too long is cropped, and a shorter
 * one has the first elements of the grid that all clips share, whose slowest axis is time.
 */
abstract class SoundTokenizer implements Tokenizer<Sound> {
  private final ByteArraySpec spec;
  private final AudioConfig config;

  SoundTokenizer(ByteArraySpec spec, AudioConfig config) {
    this.spec = spec;
    this.config = config;
  }

  @Override
  public final ByteArraySpec spec() {
    return spec;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PerceiverException if the sound has another rate or other channels than the model, or
   *     no sample
   */
  @Override
  public final int elements(Sound sound) {
    if (sound.rateHz() != config.sampleRateHz() || sound.channels() != config.channels()) {
      throw new PerceiverException(
          sound
              + ", expected "
              + config.channels()
              + " channels at "
              + config.sampleRateHz()
              + " Hz; Resampler and Sound change it");
    }
    if (sound.frames() == 0) {
      throw new PerceiverException("a sound without samples has no element");
    }
    return elementsOf(Math.min(sound.frames(), config.maxSamples()));
  }

  @Override
  public final void tokenize(Sound sound, FloatBuffer content, FloatBuffer positions) {
    write(config.crop().of(sound, config.maxSamples()), content);
  }

  /** Elements of so many samples. */
  abstract int elementsOf(int samples);

  /** Writes every element of a sound that is not too long. */
  abstract void write(Sound sound, FloatBuffer content);
}
