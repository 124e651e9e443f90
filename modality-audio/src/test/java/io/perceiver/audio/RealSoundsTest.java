package io.perceiver.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Reads real data sets where they lie beside the project. */
class RealSoundsTest {

  private static ZipFile archive(String name) throws IOException {
    Path file = Path.of(System.getProperty("perceiver.data", "../shared/data"), name);
    assumeTrue(
        Files.isRegularFile(file),
        () -> file + " is absent; name the folder above it by -Dperceiver.data");
    return new ZipFile(file.toFile());
  }

  private static List<? extends ZipEntry> sounds(ZipFile zip) {
    return zip.stream().filter(entry -> entry.getName().endsWith(".wav")).toList();
  }

  private static Sound read(Modality<Sound> modality, ZipFile zip, ZipEntry entry)
      throws IOException {
    byte[] bytes = zip.getInputStream(entry).readAllBytes();
    return modality.reader().read(new MemorySource(entry.getName(), bytes));
  }

  @Test
  void everySpokenDigitIsReadAndTokenized() throws IOException {
    Modality<Sound> modality =
        new AudioPlugin().create(AudioConfig.ofMel(8000, 1, MelConfig.defaults()));
    int channels = modality.tokenizer().spec().channels();
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    try (ZipFile zip = archive("fsdd/recordings.zip")) {
      assertThat(sounds(zip)).hasSize(3000);
      for (ZipEntry entry : sounds(zip)) {
        Sound sound = read(modality, zip, entry);
        shortest = Math.min(shortest, sound.frames());
        longest = Math.max(longest, sound.frames());
        assertThat(sound.rms()).as(entry.getName()).isBetween(0.001, 0.6);

        FloatBuffer content = FloatBuffer.allocate(modality.tokenizer().elements(sound) * channels);
        modality.tokenizer().tokenize(sound, content, FloatBuffer.allocate(0));

        assertStandardised(entry.getName(), content.array());
      }
    }
    // as the data set's own description says
    assertThat(shortest).isEqualTo(1148);
    assertThat(longest).isEqualTo(18_262);
  }

  private static void assertStandardised(String name, float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      assertThat(value).as(name).isBetween(-20f, 20f);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / values.length).as(name).isCloseTo(0, within(1e-3));
    assertThat(squares / values.length).as(name).isBetween(0.9, 1.0001);
  }

  @Test
  void environmentalSoundsAreReadAtAnotherRate() throws IOException {
    Modality<Sound> modality = new AudioPlugin().create(AudioConfig.ofWaveform(16_000, 5, 128));
    try (ZipFile zip = archive("esc10-8khz/esc10-8khz.zip")) {
      List<? extends ZipEntry> entries = sounds(zip);
      assertThat(entries).hasSize(400);
      for (int i = 0; i < entries.size(); i += 20) {
        Sound sound = read(modality, zip, entries.get(i));

        assertThat(sound.rateHz()).isEqualTo(16_000);
        assertThat(sound.seconds()).isBetween(3.5, 7.3);
        FloatBuffer content = FloatBuffer.allocate(modality.tokenizer().elements(sound) * 128);
        modality.tokenizer().tokenize(sound, content, FloatBuffer.allocate(0));
        assertThat(Waves.rms(content.array(), 0, content.capacity()))
            .as(entries.get(i).getName())
            .isBetween(0.3, 2.0);
      }
    }
  }
}
