package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AiffDecoderTest {
  // 8000 Hz: 1.953125 × 2^12
  private static final byte[] RATE = {0x40, 0x0b, (byte) 0xfa, 0, 0, 0, 0, 0, 0, 0};

  private final SoundDecoder mono = new SoundDecoder(1, 10);

  /** A file of one channel; an empty type makes it AIFF, any other AIFF-C. */
  static byte[] file(String type, int bits, long frames, long ssnd, byte... data) {
    ByteBuffer file = ByteBuffer.allocate(54 + (type.isEmpty() ? 0 : 6) + data.length);
    file.put(ascii("FORM")).putInt(file.capacity() - 8);
    file.put(ascii(type.isEmpty() ? "AIFF" : "AIFC"));
    file.put(ascii("COMM")).putInt(type.isEmpty() ? 18 : 24);
    file.putShort((short) 1).putInt((int) frames).putShort((short) bits).put(RATE);
    if (!type.isEmpty()) {
      file.put(ascii(type)).putShort((short) 0);
    }
    file.put(ascii("SSND")).putInt((int) ssnd).putInt(0).putInt(0).put(data);
    return file.array();
  }

  private static byte[] file(String type, int bits, int frames, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return file(type, bits, frames, 8 + data.length, bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("", 8, new int[] {0x40, 0x80}),
        Arguments.of("", 12, new int[] {0x40, 0, 0x80, 0}),
        Arguments.of("", 16, new int[] {0x40, 0, 0x80, 0}),
        Arguments.of("", 24, new int[] {0x40, 0, 0, 0x80, 0, 0}),
        Arguments.of("", 32, new int[] {0x40, 0, 0, 0, 0x80, 0, 0, 0}),
        Arguments.of("NONE", 16, new int[] {0x40, 0, 0x80, 0}),
        Arguments.of("twos", 16, new int[] {0x40, 0, 0x80, 0}),
        Arguments.of("sowt", 16, new int[] {0, 0x40, 0, 0x80}),
        Arguments.of("sowt", 24, new int[] {0, 0, 0x40, 0, 0, 0x80}),
        Arguments.of("in24", 24, new int[] {0x40, 0, 0, 0x80, 0, 0}),
        Arguments.of("42ni", 24, new int[] {0, 0, 0x40, 0, 0, 0x80}),
        Arguments.of("in32", 32, new int[] {0x40, 0, 0, 0, 0x80, 0, 0, 0}),
        Arguments.of("23ni", 32, new int[] {0, 0, 0, 0x40, 0, 0, 0, 0x80}),
        Arguments.of("raw ", 8, new int[] {0xc0, 0}),
        Arguments.of("fl32", 32, new int[] {0x3f, 0, 0, 0, 0xbf, 0x80, 0, 0}),
        Arguments.of("FL32", 32, new int[] {0x3f, 0, 0, 0, 0xbf, 0x80, 0, 0}),
        Arguments.of(
            "fl64", 64, new int[] {0x3f, 0xe0, 0, 0, 0, 0, 0, 0, 0xbf, 0xf0, 0, 0, 0, 0, 0, 0}));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void everyEncodingIsScaledByItsFullRange(String type, int bits, int[] data) throws IOException {
    assertThat(mono.decode(new MemorySource("a.aiff", file(type, bits, 2, data))))
        .isEqualTo(Sound.mono(8000, 0.5f, -1));
  }

  @Test
  void lawsAreExpanded() throws IOException {
    assertThat(mono.decode(new MemorySource("a.aiff", file("ulaw", 16, 2, 0x80, 0xff))))
        .isEqualTo(Sound.mono(8000, 32_124 / 32_768f, 0));
    assertThat(mono.decode(new MemorySource("a.aiff", file("alaw", 16, 2, 0xaa, 0xd5))))
        .isEqualTo(Sound.mono(8000, 32_256 / 32_768f, 8 / 32_768f));
  }

  @Test
  void sizesOfPipesReadToTheEnd() throws IOException {
    byte[] data = {0x40, 0, (byte) 0x80, 0};

    // as SoX writes it
    MemorySource sox = new MemorySource("a.aiff", file("", 16, 0x3f80_0000, 0x7f00_0008, data));
    // as ffmpeg writes it
    byte[] ffmpeg = file("", 16, 0, 0, data);
    ByteBuffer.wrap(ffmpeg).putInt(4, 0);

    assertThat(mono.decode(sox)).isEqualTo(Sound.mono(8000, 0.5f, -1));
    assertThat(mono.decode(new MemorySource("a.aiff", ffmpeg)))
        .isEqualTo(Sound.mono(8000, 0.5f, -1));
  }

  @Test
  void contradictionsAreRefused() {
    assertRefused(
        file("", 16, 3, 12, new byte[4]),
        "its COMM chunk tells of 3 samples, which take 6 bytes, but its SSND chunk has 4");
    assertRefused(
        file("", 16, 3, 14, new byte[4]),
        "cut short, its SSND chunk declares 6 bytes of sound, but the file holds 4 of them");
    assertRefused(file("ima4", 16, 1, 0, 0), "stores samples as 'ima4' of 16 bits; allowed: NONE");
    assertRefused(file("", 33, 1, 0, 0), "stores samples as 'NONE' of 33 bits");
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    byte[] file = file("", 16, 2, 0x40, 0, 0x80, 0);
    for (int length = 0; length < file.length; length++) {
      MemorySource cut = new MemorySource("a.aiff", file).cut(length);
      assertThatThrownBy(() -> mono.decode(cut)).isInstanceOf(UnreadableExampleException.class);
    }
  }

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> mono.decode(new MemorySource("a.aiff", file)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("a.aiff: " + message);
  }
}
