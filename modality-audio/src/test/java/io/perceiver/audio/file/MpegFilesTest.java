package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MP3 files made by LAME, with samples as ffmpeg decodes them. */
class MpegFilesTest {
  private static final byte[] ID3V1 = Arrays.copyOf("TAG".getBytes(StandardCharsets.US_ASCII), 128);

  private final SoundDecoder mono = new SoundDecoder(1, 10);

  private static Sound decode(String name, int channels) throws IOException {
    return new SoundDecoder(channels, 10).decode(StoredSounds.source(name));
  }

  @ParameterizedTest
  @CsvSource({"lame44, 2, 3000", "lame22, 1, 1500", "lame8, 1, 2304"})
  void everyVersionHasTheLengthAndSamplesOfTheReference(String name, int channels, int frames)
      throws IOException {
    Sound sound = decode(name + ".mp3", channels);

    float[][] expected = StoredSounds.reference(name + ".s16", channels);
    assertThat(sound.frames()).isEqualTo(frames);
    for (int channel = 0; channel < channels; channel++) {
      // half a step of the 16 bits stored, and what two decoders differ in
      assertThat(sound.channel(channel)).containsExactly(expected[channel], within(1.7e-5f));
    }
  }

  @Test
  void samplesBeyondFullScaleAreNotClipped() throws IOException {
    // the global gain of each granule, at bits 39 to 46 of the side info of MPEG-2, made 6 dB
    // louder
    MemorySource file = StoredSounds.source("lame8.mp3");
    Sound before = mono.decode(file);
    byte[] louder = file.bytes();
    int frame = 144;
    for (int at = 0; at + frame <= louder.length; at += frame) {
      addToGain(louder, 8 * (at + 4) + 8 + 1 + 12 + 9, 16);
    }

    Sound after = mono.decode(new MemorySource("louder.mp3", louder));

    for (int i = 0; i < before.frames(); i++) {
      float expected = before.channel(0)[i] * 16;
      assertThat(after.channel(0)[i]).isCloseTo(expected, within(1e-4f * (1 + Math.abs(expected))));
    }
    assertThat(after.channel(0)).satisfies(samples -> assertThat(max(samples)).isGreaterThan(4));
  }

  /** Of 8 bits at any place; 4 make 6 dB. */
  private static void addToGain(byte[] bytes, int bit, int gain) {
    int both = (bytes[bit / 8] & 0xff) << 8 | (bytes[bit / 8 + 1] & 0xff);
    both += gain << (8 - bit % 8);
    bytes[bit / 8] = (byte) (both >> 8);
    bytes[bit / 8 + 1] = (byte) both;
  }

  private static float max(float[] samples) {
    float max = 0;
    for (float sample : samples) {
      max = Math.max(max, Math.abs(sample));
    }
    return max;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lame44.mp3", "lame22.mp3"})
  void aFileThatTellsItsLengthIsRefusedWhereverItIsCut(String name) throws IOException {
    MemorySource file = StoredSounds.source(name);
    for (int length = 0; length < file.size(); length += 11) {
      MemorySource cut = file.cut(length);
      assertThatThrownBy(() -> mono.decode(cut))
          .as("cut to " + length)
          .isInstanceOf(UnreadableExampleException.class);
    }
  }

  @Test
  void aFileThatEndsInsideAFrameIsRefused() {
    assertRefused(
        StoredSounds.source("lame8.mp3").cut(500), "it ends inside frame 4, which has 68 of 144");
  }

  @Test
  void tagsBehindTheSoundCostNoFrame() throws IOException {
    byte[] sound = StoredSounds.bytes("lame8.mp3");
    byte[] ape = Arrays.copyOf("APETAGEX".getBytes(StandardCharsets.US_ASCII), 32);
    byte[] lyrics = "LYRICSBEGININD0000200000020LYRICS200".getBytes(StandardCharsets.US_ASCII);
    Sound expected = decode("lame8.mp3", 1);

    for (MemorySource file :
        new MemorySource[] {
          StoredSounds.joined("a.mp3", sound, ID3V1),
          StoredSounds.joined("a.mp3", sound, ape),
          StoredSounds.joined("a.mp3", sound, ape, ID3V1),
          StoredSounds.joined("a.mp3", sound, lyrics, ID3V1),
          StoredSounds.joined("a.mp3", sound, new byte[1000]),
          StoredSounds.joined("a.mp3", sound, new byte[] {1, 2, 3})
        }) {
      assertThat(mono.decode(file)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 60_000})
  void bytesBeforeTheFirstFrameArePassed(int count) throws IOException {
    byte[] sound = StoredSounds.bytes("lame8.mp3");
    byte[] noise = new byte[count];
    Arrays.fill(noise, (byte) 0x7f);

    Sound expected = decode("lame8.mp3", 1);
    assertThat(mono.decode(StoredSounds.joined("a.mp3", new byte[count], sound)))
        .isEqualTo(expected);
    assertThat(mono.decode(StoredSounds.joined("a.mp3", noise, sound))).isEqualTo(expected);
  }

  @Test
  void framesInsideAFileOfAnotherKindAreNotItsSound() {
    byte[] movie = Arrays.copyOf("0000ftypisom".getBytes(StandardCharsets.US_ASCII), 64);

    assertThatThrownBy(
            () -> mono.decode(StoredSounds.joined("a", movie, StoredSounds.bytes("lame8.mp3"))))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("MP4 or QuickTime");
  }

  @Test
  void textThatBeginsAsAFrameDoesIsNotSound() {
    byte[] text = ("\ufeff" + "A sentence. ".repeat(400)).getBytes(StandardCharsets.UTF_16LE);

    assertRefused(new MemorySource("a.mp3", text), "is text in UTF-16");
  }

  @Test
  void aChangeOfRateOrChannelsIsRefused() {
    byte[] sound = StoredSounds.bytes("lame8.mp3");

    assertRefused(
        StoredSounds.joined("a.mp3", sound, StoredSounds.bytes("mono16.mp3")),
        "changes from 1 channels at 8000 Hz to 1 at 16000 Hz");
    assertRefused(
        StoredSounds.joined("a.mp3", sound, StoredSounds.bytes("stereo.mp3")),
        "changes from 1 channels at 8000 Hz to 2 at 44100 Hz");
  }

  @Test
  void joinedFilesAreReadWholeUnlessTheyTellTheirLength() throws IOException {
    byte[] sound = StoredSounds.bytes("lame8.mp3");
    byte[] tagged = StoredSounds.bytes("lame22.mp3");

    assertThat(mono.decode(StoredSounds.joined("a.mp3", sound, ID3V1, sound)).frames())
        .isEqualTo(2 * 2304);
    assertRefused(StoredSounds.joined("a.mp3", tagged, tagged), "begins another file");
  }

  @Test
  void aGapBetweenFramesIsRefused() {
    byte[] sound = StoredSounds.bytes("mono16.mp3");
    int frame = 144;
    byte[] start = Arrays.copyOf(sound, 4 * frame);
    byte[] rest = Arrays.copyOfRange(sound, 4 * frame, sound.length);

    assertRefused(
        StoredSounds.joined("a.mp3", start, new byte[] {0, 0, 0}, rest),
        "are not a frame, but others follow");
  }

  @Test
  void zerosInPlaceOfTheRestAreRefused() {
    assertRefused(
        StoredSounds.joined("a.mp3", StoredSounds.bytes("lame8.mp3"), new byte[70_000]),
        "the last 70000 bytes, behind frame 4, are zeros");
  }

  @Test
  void freeFormatIsNamed() {
    byte[] sound = StoredSounds.bytes("lame8.mp3");
    sound[2] &= 0x0f;

    assertRefused(new MemorySource("a.mp3", Arrays.copyOf(sound, 144)), "free format");
  }

  @Test
  void layer2OfMpeg2IsNamed() {
    // 48 kbit/s at 24 kHz: 288 bytes
    byte[] frames = new byte[576];
    for (int at = 0; at < frames.length; at += 288) {
      System.arraycopy(new byte[] {-1, (byte) 0xf5, 0x64, (byte) 0xc0}, 0, frames, at, 4);
    }

    assertRefused(new MemorySource("a.mp3", frames), "is MPEG-2 layer 2 sound");
  }

  private void assertRefused(MemorySource file, String part) {
    assertThatThrownBy(() -> mono.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith(file.name() + ": ")
        .hasMessageContaining(part);
  }
}
