package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.FileKind;
import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.Waves;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckHeadTest {
  private static final SoundDecoder STEREO = new SoundDecoder(2, 10);

  private static void check(SoundDecoder decoder, MemorySource source) throws Exception {
    int length = (int) Math.min(FileKind.HEAD_BYTES, source.size());
    decoder.checkHead(source, Arrays.copyOf(source.bytes(), length));
  }

  static Stream<MemorySource> readable() {
    float[] second = Waves.sine(8000, 440, 0.5, 8000);
    byte[] bytes = new byte[4000];
    Stream<MemorySource> stored =
        Stream.of(
                "byte.flac",
                "mono8.flac",
                "stereo24.flac",
                "mono16.mp3",
                "stereo.mp3",
                "lame44.mp3",
                "lame22.mp3",
                "lame8.mp3",
                "mono16.ogg",
                "stereo.ogg",
                "run0.ogg")
            .map(StoredSounds::source);
    Stream<MemorySource> made =
        Stream.of(
            new MemorySource("a.wav", WavBytes.of16Bits(8000, 1, second)),
            new MemorySource("b.wav", WavBytes.ofFloats(8000, 2, second)),
            new WavBytes()
                .chunk("LIST", new byte[2000])
                .format(1, 1, 8000, 16)
                .chunk("data", bytes)
                .source(),
            new MemorySource("a.aiff", AiffDecoderTest.file("", 16, 2000, 4008, bytes)),
            new MemorySource(
                "a.au", AuDecoderTest.file(3, 2000, ByteOrder.BIG_ENDIAN, new int[2000])),
            StoredSounds.tagged("mono8.flac", 300, 300),
            StoredSounds.tagged("mono16.mp3", 3000, 3000),
            StoredSounds.joined("a.mp3", new byte[2000], StoredSounds.bytes("mono16.mp3")),
            StoredSounds.joined("b.mp3", new byte[500], StoredSounds.bytes("mono16.mp3")));
    return Stream.concat(stored, made);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void whatIsReadPasses(MemorySource source) {
    assertThatCode(() -> STEREO.decode(source)).doesNotThrowAnyException();
    assertThatCode(() -> check(STEREO, source)).doesNotThrowAnyException();
  }

  static Stream<MemorySource> unreadable() {
    byte[] rest = new byte[4000];
    return Stream.of(
        new MemorySource("empty.wav", new byte[0]),
        StoredSounds.joined(
            "page.wav", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), rest),
        StoredSounds.joined("movie.wav", "0000ftypisom".getBytes(StandardCharsets.UTF_8), rest),
        new WavBytes().format(1, 3, 8000, 16).chunk("data", rest).source(),
        new WavBytes().format(0x55, 1, 8000, 0).chunk("data", rest).source(),
        new WavBytes().format(1, 1, 8000, 16).chunk("data", new byte[3]).source(),
        new MemorySource("a.aiff", AiffDecoderTest.file("ima4", 16, 2000, 4008, rest)),
        new MemorySource("a.au", AuDecoderTest.file(23, 2000, ByteOrder.BIG_ENDIAN, new int[2000])),
        StoredSounds.patched("stereo24.flac", 20, 0x04));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatTheStartTellsIsRefusedAsInReading(MemorySource source) {
    UnreadableExampleException[] refusal = new UnreadableExampleException[1];
    assertThatThrownBy(() -> STEREO.decode(source))
        .isInstanceOfSatisfying(UnreadableExampleException.class, each -> refusal[0] = each);

    assertThatThrownBy(() -> check(STEREO, source))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(refusal[0].getMessage());
  }

  @Test
  void damageBehindTheStartIsLeftToReading() {
    byte[] cut = Arrays.copyOf(StoredSounds.bytes("stereo24.flac"), 5000);

    assertThatCode(() -> check(STEREO, new MemorySource("a.flac", cut))).doesNotThrowAnyException();
  }
}
