package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EncodedFuzzTest {
  private static final Duration TIME = Duration.ofSeconds(2);

  // the libraries' own tables and buffers for the largest blocks, beside a second of sound
  private static final long MOST_BYTES = 64 << 20;

  private final SoundDecoder decoder = new SoundDecoder(1, 1);

  private void fuzz(UnaryOperator<byte[]> repair, String... names) throws InterruptedException {
    List<byte[]> seeds = List.of(names).stream().map(StoredSounds::bytes).toList();
    new Fuzzer(seeds, repair, MOST_BYTES)
        .run(TIME, file -> decoder.decode(new MemorySource("fuzzed", file)));
  }

  @Test
  void damagedFlacIsReadOrRefused() throws InterruptedException {
    fuzz(UnaryOperator.identity(), "byte.flac", "mono8.flac", "stereo24.flac", "square24.flac");
  }

  @Test
  void damagedMp3IsReadOrRefused() throws InterruptedException {
    fuzz(
        UnaryOperator.identity(),
        "mono16.mp3",
        "stereo.mp3",
        "lame44.mp3",
        "lame22.mp3",
        "lame8.mp3");
  }

  @Test
  void damagedVorbisIsReadOrRefused() throws InterruptedException {
    fuzz(OggChecksum::repaired, "mono16.ogg", "stereo.ogg", "run0.ogg");
  }
}
