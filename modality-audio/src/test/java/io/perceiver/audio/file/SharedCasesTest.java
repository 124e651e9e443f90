package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.FileSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were once read wrongly, where they lie beside the project. */
class SharedCasesTest {
  private final SoundDecoder mono = new SoundDecoder(1, 10);

  private static FileSource source(String name) {
    Path folder = Path.of(System.getProperty("perceiver.data", "../shared/data"));
    Path file = folder.resolveSibling("cases").resolve("audio").resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> file + " is absent");
    return new FileSource(file, name);
  }

  @ParameterizedTest
  @CsvSource({
    "vorbis_q5_16k_mono.ogg, 6400",
    "flac_only_streaminfo.flac, 256",
    "flac_large_residual_24bit.flac, 256",
    "n.mp3, 88200",
    "n_id3v1.mp3, 89856",
    "n_zeros.mp3, 89856",
    "soxpipe.wav, 16000",
    "rf64.wav, 88200"
  })
  void areReadWhole(String name, int frames) throws IOException {
    assertThat(mono.decode(source(name)).frames()).isEqualTo(frames);
  }

  @ParameterizedTest
  @CsvSource({
    "prints.flac, damaged or cut short as FLAC",
    "rate_change.mp3, changes from",
    "n_cut.mp3, it ends inside frame 39",
    "chained_rate.ogg, changes from",
    "s.m4a, is an M4A file"
  })
  void areRefused(String name, String part) {
    FileSource file = source(name);

    assertThatThrownBy(() -> mono.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining(part);
  }
}
