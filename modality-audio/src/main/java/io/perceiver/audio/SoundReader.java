package io.perceiver.audio;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.SourceDescription;
import io.perceiver.api.ValueReader;
import io.perceiver.audio.file.SoundDecoder;
import io.perceiver.audio.signal.Resampler;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads sound files in the rate and the channels of a model, as long as they are or as {@code
 * maxSourceSeconds} allows. Thread-safe.
 */
public final class SoundReader implements ExampleReader<Sound> {
  // data sets have few rates; hostile ones must not fill the memory
  private static final int MOST_RESAMPLERS = 8;

  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();
  private final int rateHz;
  private final SoundDecoder decoder;

  /** Reads in this configuration's rate and channels, within its bound on length. */
  public SoundReader(AudioConfig config) {
    this.rateHz = config.sampleRateHz();
    this.decoder = new SoundDecoder(config.channels(), config.maxSourceSeconds());
  }

  @Override
  public Sound read(ExampleSource source) throws IOException {
    return resampled(decoder.decode(source));
  }

  @Override
  public List<ValueReader<?, Sound>> values() {
    return List.of(
        new ValueReader<>(Sound.class, (name, sound) -> resampled(decoder.take(name, sound))));
  }

  private Sound resampled(Sound sound) {
    return sound.rateHz() == rateHz ? sound : resampler(sound.rateHz()).apply(sound);
  }

  /** The filters of a rate take longer to compute than a short clip to pass them. */
  private Resampler resampler(int fromHz) {
    Resampler known = resamplers.get(fromHz);
    if (known != null) {
      return known;
    }
    Resampler made = new Resampler(fromHz, rateHz);
    if (resamplers.size() < MOST_RESAMPLERS) {
      resamplers.put(fromHz, made);
    }
    return made;
  }

  @Override
  public void checkHead(ExampleSource source, byte[] head) throws IOException {
    decoder.checkHead(source, head);
  }

  @Override
  public Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    Sound sound = decoder.decode(source);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("rate (Hz)", (double) sound.rateHz());
    numbers.put("length (s)", (double) sound.frames() / sound.rateHz());
    return Optional.of(new SourceDescription(decoder.format(source), numbers));
  }

  @Override
  public OptionalLong memoryBytes(Sound sound) {
    return OptionalLong.of((long) Float.BYTES * sound.channels() * sound.frames());
  }
}
