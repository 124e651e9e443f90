package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FlacDecoderTest {
  private static final int MOST = (1 << 23) - 1;
  private static final float FULL = 1 << 23;

  private final SoundDecoder mono = new SoundDecoder(1, 10);

  @Test
  void residualsAsLargeAsSamplesOf24BitsAreRight() throws IOException {
    Sound sound = mono.decode(StoredSounds.source("square24.flac"));

    // written by the reference encoder: 37 samples of the highest value, 37 of the lowest
    assertThat(sound.frames()).isEqualTo(600);
    for (int i = 0; i < 600; i++) {
      assertThat(sound.channel(0)[i]).isEqualTo(i / 37 % 2 == 1 ? MOST / FULL : -1);
    }
  }

  @Test
  void escapedPartitionsAreReadWithoutAWordOnStandardOutput() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Sound sound =
          mono.decode(
              new FlacBytes().escaped(24, MOST, -MOST - 1, 5, -5).escaped(0, 0, 0).source());

      assertThat(sound).isEqualTo(Sound.mono(8000, MOST / FULL, -1, 5 / FULL, -5 / FULL, 0, 0));
    } finally {
      System.setOut(before);
    }
    assertThat(printed.size()).isZero();
  }

  @Test
  void bitsLeftOutAreZeros() throws IOException {
    assertThat(mono.decode(new FlacBytes().verbatim(4, 16, -32, 1 << 22).source()))
        .isEqualTo(Sound.mono(8000, 16 / FULL, -32 / FULL, 0.5f));
  }

  @Test
  void theDigestOfAllSamplesIsCompared() throws IOException {
    assertRefused(
        new FlacBytes()
            .verbatim(0, 1, 2, 3)
            .digest(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
            .source(),
        "its samples do not have the MD5 digest that its header declares");
    assertThat(mono.decode(new FlacBytes().verbatim(0, 1).digest(new byte[16]).source()).frames())
        .isEqualTo(1);
  }

  @Test
  void theNumberOfSamplesIsCompared() throws IOException {
    assertRefused(
        new FlacBytes().verbatim(0, 1, 2).declaring(3).source(),
        "cut short, it declares 3 samples, but holds 2");
    assertRefused(
        new FlacBytes().verbatim(0, 1, 2).verbatim(0, 3).declaring(2).source(),
        "it declares 2 samples, but holds more");
    assertThat(mono.decode(new FlacBytes().verbatim(0, 1, 2).declaring(0).source()).frames())
        .isEqualTo(2);
  }

  @Test
  void aMissingFrameIsRefusedEvenIfNothingIsDeclared() {
    assertRefused(
        new FlacBytes()
            .verbatim(0, 1, 2)
            .losing()
            .verbatim(0, 3)
            .declaring(0)
            .digest(new byte[16])
            .source(),
        "at sample 2 comes the frame of number 2 instead of 1");
  }

  @Test
  void tagsBehindTheSoundAreIgnored() throws IOException {
    byte[] tag = new byte[128];
    tag[0] = 'T';
    tag[1] = 'A';
    tag[2] = 'G';

    for (long declared : new long[] {2, 0}) {
      byte[] file = new FlacBytes().verbatim(0, 1, 2).declaring(declared).bytes();
      assertThat(mono.decode(StoredSounds.joined("a.flac", file, tag)).frames()).isEqualTo(2);
    }
  }

  private void assertRefused(MemorySource file, String part) {
    assertThatThrownBy(() -> mono.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("a.flac: ")
        .hasMessageContaining(part);
  }
}
