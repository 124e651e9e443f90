package io.perceiver.audio;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.audio.file.SoundDecoder;
import io.perceiver.audio.signal.Resampler;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Reads sound files in the rate and the channels of a model, as long as they are or as {@code
 * maxSourceSeconds} allows. Thread-safe.
 */
public final class SoundReader implements ExampleReader<Sound> {
  private final int rateHz;
  private final SoundDecoder decoder;

  /** With this configuration's rate, channels and bound on length. */
  public SoundReader(AudioConfig config) {
    this.rateHz = config.sampleRateHz();
    this.decoder = new SoundDecoder(config.channels(), config.maxSourceSeconds());
  }

  @Override
  public Sound read(ExampleSource source) throws IOException {
    return Resampler.resample(decoder.decode(source), rateHz);
  }

  @Override
  public void checkHead(ExampleSource source, byte[] head) throws IOException {
    decoder.checkHead(source, head);
  }

  @Override
  public OptionalLong memoryBytes(Sound sound) {
    return OptionalLong.of((long) Float.BYTES * sound.channels() * sound.frames());
  }
}
