package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.Waves;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedSoundsTest {
  private static final String READABLE = "sounds are WAV, AIFF, AU, FLAC, MP3 or Ogg Vorbis files";
  private final SoundDecoder mono = new SoundDecoder(1, 10);
  private final SoundDecoder stereo = new SoundDecoder(2, 10);

  /** How much of a sine is in a part of a sound: its amplitude at any phase. */
  private static double amplitude(Sound sound, int channel, double hz, int from, int to) {
    float[] samples = sound.channel(channel);
    double re = 0;
    double im = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * hz * i / sound.rateHz();
      re += samples[i] * Math.cos(angle);
      im += samples[i] * Math.sin(angle);
    }
    return 2 * Math.hypot(re, im) / (to - from);
  }

  @Test
  void flacIsExact() throws IOException {
    Sound sound = mono.decode(StoredSounds.source("mono8.flac"));

    assertThat(sound.rateHz()).isEqualTo(8000);
    assertThat(sound.frames()).isEqualTo(4000);
    for (int i = 0; i < 4000; i++) {
      double time = i / 8000.0;
      double fade = Math.min(1, 20 * Math.min(time, 0.5 - time));
      double expected = 0.5 * Math.sin(2 * Math.PI * 440 * time) * fade;
      assertThat((double) sound.channel(0)[i]).isCloseTo(expected, within(1.0 / 32768));
    }
  }

  @Test
  void flacOf24BitsKeepsItsChannels() throws IOException {
    Sound sound = stereo.decode(StoredSounds.source("stereo24.flac"));

    assertThat(sound.rateHz()).isEqualTo(44_100);
    assertThat(sound.frames()).isEqualTo(4410);
    float[] left = Waves.sine(44_100, 440, 0.5, 4410);
    float[] right = Waves.sine(44_100, 1000, 0.3, 4410);
    assertThat(sound.channel(0)).containsExactly(left, within(1e-6f));
    assertThat(sound.channel(1)).containsExactly(right, within(1e-6f));
  }

  @Test
  void flacOf8BitsIsScaledByItsRange() throws IOException {
    Sound sound = mono.decode(StoredSounds.source("byte.flac"));

    assertThat(amplitude(sound, 0, 440, 500, 900)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void vorbisIsDecodedToItsLength() throws IOException {
    Sound one = mono.decode(StoredSounds.source("mono16.ogg"));
    Sound two = stereo.decode(StoredSounds.source("stereo.ogg"));

    assertThat(one.rateHz()).isEqualTo(16_000);
    assertThat(one.frames()).isEqualTo(4000);
    assertThat(amplitude(one, 0, 440, 1000, 3000)).isCloseTo(0.5, within(0.02));
    assertThat(two.rateHz()).isEqualTo(44_100);
    assertThat(two.frames()).isEqualTo(8820);
    assertThat(amplitude(two, 0, 440, 2000, 6410)).isCloseTo(0.5, within(0.02));
    assertThat(amplitude(two, 1, 1000, 2000, 6410)).isCloseTo(0.3, within(0.02));
    assertThat(amplitude(two, 1, 440, 2000, 6410)).isCloseTo(0, within(0.02));
  }

  @Test
  void mp3WithoutATagIsDecodedWithTheSilenceItsEncoderAdded() throws IOException {
    Sound one = mono.decode(StoredSounds.source("mono16.mp3"));
    Sound two = stereo.decode(StoredSounds.source("stereo.mp3"));

    assertThat(one.rateHz()).isEqualTo(16_000);
    assertThat(one.frames()).isBetween(4000, 4000 + 4 * 576);
    assertThat(amplitude(one, 0, 440, 2000, 4000)).isCloseTo(0.5, within(0.02));
    assertThat(two.rateHz()).isEqualTo(44_100);
    assertThat(two.frames()).isBetween(8820, 8820 + 3 * 1152);
    assertThat(amplitude(two, 0, 440, 4000, 8410)).isCloseTo(0.5, within(0.02));
    assertThat(amplitude(two, 1, 1000, 4000, 8410)).isCloseTo(0.3, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono16.mp3", "mono8.flac", "mono16.ogg"})
  void tagsBeforeTheSoundAreSkipped(String name) throws IOException {
    Sound plain = mono.decode(StoredSounds.source(name));

    assertThat(mono.decode(StoredSounds.tagged(name, 300, 300))).isEqualTo(plain);
  }

  @Test
  void aTagLongerThanTheFileIsNotBelieved() {
    assertThatThrownBy(() -> mono.decode(StoredSounds.tagged("mono16.mp3", 0xfffffff, 10)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith(
            "mono16.mp3: is empty behind its ID3 tag, or the tag is longer than the file");
  }

  @ParameterizedTest
  @CsvSource({"mono8.flac, 0.05, 400", "stereo.ogg, 0.01, 441", "stereo.mp3, 0.1, 4410"})
  void noMoreIsKeptThanWanted(String name, double seconds, int frames) throws IOException {
    Sound whole = mono.decode(StoredSounds.source(name));

    Sound part = new SoundDecoder(1, seconds).decode(StoredSounds.source(name));

    assertThat(part).isEqualTo(whole.part(0, frames));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono8.flac", "mono16.ogg"})
  void aFileCutAnywhereIsRefusedOrWhole(String name) throws IOException {
    MemorySource file = StoredSounds.source(name);
    Sound whole = mono.decode(file);
    int accepted = 0;
    for (int length = 0; length < file.size(); length += 7) {
      try {
        Sound cut = mono.decode(file.cut(length));
        assertThat(cut).isEqualTo(whole.part(0, cut.frames()));
        accepted++;
      } catch (UnreadableExampleException refused) {
        assertThat(refused).hasMessageStartingWith(name + ": ");
      }
    }
    assertThat(accepted).isLessThanOrEqualTo(1);
  }

  @Test
  void damagedFlacIsRefusedInsteadOfSilenced() {
    byte[] file = StoredSounds.bytes("mono8.flac");
    for (int at = file.length / 2; at < file.length / 2 + 40; at++) {
      MemorySource damaged = StoredSounds.patched("mono8.flac", at, file[at] ^ 0x10);
      assertThatThrownBy(() -> mono.decode(damaged))
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessageStartingWith("mono8.flac: ");
    }
  }

  @Test
  void otherFilesInOggAreNamed() {
    MemorySource opus = StoredSounds.patched("mono16.ogg", 28, "OpusHead".chars().toArray());

    assertThatThrownBy(() -> mono.decode(OggChecksum.repaired(opus)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "mono16.ogg: is an Ogg Opus file (convert it, as with 'ffmpeg -i IN OUT.wav'); "
                + READABLE);
  }

  @Test
  void unknownFilesAreNamedByTheirFirstBytes() {
    assertThatThrownBy(() -> mono.decode(new MemorySource("a.wav", new byte[] {1, 2, (byte) 0xff})))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.wav: is of no known kind, it begins with the bytes 01 02 ff; " + READABLE);
    assertThatThrownBy(() -> mono.decode(new MemorySource("a.wav", new byte[0])))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.wav: is empty; " + READABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono16.mp3", "stereo.mp3", "stereo.ogg", "stereo24.flac"})
  void eightThreadsDecodeAsOne(String name) throws Exception {
    Sound alone = mono.decode(StoredSounds.source(name));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Sound>> together = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        together.add(threads.submit(() -> mono.decode(StoredSounds.source(name))));
      }
      for (Future<Sound> sound : together) {
        assertThat(sound.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
