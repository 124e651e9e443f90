package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.Waves;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavDecoderTest {
  private static final byte[] TWO_SAMPLES = {0, 0x40, 0, (byte) 0xc0};
  private final SoundDecoder decoder = new SoundDecoder(1, 10);

  private static WavBytes pcm16() {
    return new WavBytes().format(1, 1, 8000, 16);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        encoding(1, 8, 0x80, 0xff, 0x00, 0x40),
        encoding(1, 16, 0, 0, 0xff, 0x7f, 0, 0x80, 0, 0xc0),
        encoding(1, 24, 0, 0, 0, 0xff, 0xff, 0x7f, 0, 0, 0x80, 0, 0, 0xc0),
        encoding(1, 32, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0x80, 0, 0, 0, 0xc0));
  }

  private static Arguments encoding(int tag, int bits, int... bytes) {
    byte[] data = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      data[i] = (byte) bytes[i];
    }
    return Arguments.of(tag, bits, data);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void integersAreScaledByTheirFullRange(int tag, int bits, byte[] data) throws IOException {
    float most = 1 - (float) Math.pow(2, 1 - bits);

    Sound plain =
        decoder.decode(new WavBytes().format(tag, 1, 8000, bits).chunk("data", data).source());
    Sound extensible =
        decoder.decode(
            new WavBytes().extensible(tag, 1, 8000, bits, bits).chunk("data", data).source());

    assertThat(plain).isEqualTo(Sound.mono(8000, 0, most, -1, -0.5f));
    assertThat(extensible).isEqualTo(plain);
  }

  @Test
  void floatsAreTakenAsTheyAre() throws IOException {
    ByteBuffer singles = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    singles.putFloat(0.1f).putFloat(-1.5f);
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(0.1).putDouble(-1.5);

    for (WavBytes file :
        new WavBytes[] {
          new WavBytes().format(3, 1, 8000, 32).chunk("data", singles.array()),
          new WavBytes().format(3, 1, 8000, 64).chunk("data", doubles.array()),
          new WavBytes().extensible(3, 1, 8000, 32, 32).chunk("data", singles.array())
        }) {
      assertThat(decoder.decode(file.source())).isEqualTo(Sound.mono(8000, 0.1f, -1.5f));
    }
  }

  @Test
  void channelsAreMixedToTheirMean() throws IOException {
    MemorySource file =
        new MemorySource("a.wav", WavBytes.ofFloats(44100, 3, 0.25f, 0.5f, 0f, -0.75f, 0f, 0f));

    assertThat(decoder.decode(file)).isEqualTo(Sound.mono(44100, 0.25f, -0.25f));
  }

  @Test
  void channelsAreKeptWhereSoManyAreWanted() throws IOException {
    MemorySource stereo = new MemorySource("a.wav", WavBytes.ofFloats(8000, 2, 1, 2, 3, 4));
    MemorySource mono = new MemorySource("b.wav", WavBytes.ofFloats(8000, 1, 1, 2));

    SoundDecoder two = new SoundDecoder(2, 10);
    assertThat(two.decode(stereo)).isEqualTo(new Sound(8000, new float[][] {{1, 3}, {2, 4}}));
    assertThat(two.decode(mono)).isEqualTo(new Sound(8000, new float[][] {{1, 2}, {1, 2}}));
    assertThatThrownBy(() -> new SoundDecoder(3, 10).decode(stereo))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.wav: has 2 channels; allowed: 3, or 1, which is copied");
  }

  @Test
  void otherChunksAreSkippedWithTheirPadding() throws IOException {
    MemorySource file =
        new WavBytes()
            .chunk("LIST", new byte[7])
            .format(1, 1, 8000, 16)
            .chunk("fact", new byte[4])
            .chunk("junk", new byte[1])
            .chunk("data", TWO_SAMPLES)
            .chunk("id3 ", new byte[9])
            .source();

    assertThat(decoder.decode(file)).isEqualTo(Sound.mono(8000, 0.5f, -0.5f));
  }

  @Test
  void anUnfinishedHeaderReadsToTheEndOfTheFile() throws IOException {
    Sound expected = Sound.mono(8000, 0.5f, -0.5f);

    for (MemorySource file :
        new MemorySource[] {
          pcm16().chunk("data", 0xffff_ffffL, TWO_SAMPLES).source(),
          pcm16().chunk("data", 0xffff_fffeL, TWO_SAMPLES).source(),
          pcm16().chunk("data", 0x7fff_f000L, TWO_SAMPLES).declaring(0x7fff_f024L).source(),
          pcm16().chunk("data", 0x7fff_ffffL, TWO_SAMPLES).source(),
          pcm16().chunk("data", 0x7fff_ffdbL, TWO_SAMPLES).declaring(0x7fff_ffffL).source(),
          pcm16().chunk("data", 0x8000_0000L, TWO_SAMPLES).declaring(0x8000_0024L).source(),
          pcm16().chunk("data", 0, TWO_SAMPLES).source(),
          pcm16().chunk("data", 0xffff_ffffL, TWO_SAMPLES).declaring(0xffff_ffffL).source(),
          pcm16().chunk("data", 0, TWO_SAMPLES).declaring(0).source(),
          pcm16().chunk("data", 0, TWO_SAMPLES).declaring(36).source(),
          pcm16().chunk("data", 0, TWO_SAMPLES).declaring(0xffff_ffffL).source()
        }) {
      assertThat(decoder.decode(file)).isEqualTo(expected);
    }
  }

  @Test
  void sizesOfPipesAreRoundedToFramesBySox() throws IOException {
    byte[] oneSample = {0, 0, 0x40};

    MemorySource file =
        new WavBytes().format(1, 1, 8000, 24).chunk("data", 0x7fff_efffL, oneSample).source();

    // 3 bytes a frame, and one that pads the chunk in this test's file
    assertRefused(file, "a.wav: its sound ends inside a frame: 4 bytes are not a multiple of 3");
    assertThat(decoder.decode(file.cut((int) file.size() - 1))).isEqualTo(Sound.mono(8000, 0.5f));
  }

  @Test
  void samplesOf12And20BitsLieInTheUpperBits() throws IOException {
    byte[] in16 = {0, 0x40, 0x10, 0, 0, (byte) 0x80};
    byte[] in24 = {0, 0, 0x40, 0x10, 0, 0, 0, 0, (byte) 0x80};

    for (WavBytes file :
        new WavBytes[] {
          new WavBytes().format(1, 1, 8000, 12, 2), new WavBytes().extensible(1, 1, 8000, 16, 12)
        }) {
      assertThat(decoder.decode(file.chunk("data", in16).source()))
          .isEqualTo(Sound.mono(8000, 0.5f, 1f / 2048, -1));
    }
    for (WavBytes file :
        new WavBytes[] {
          new WavBytes().format(1, 1, 8000, 20, 3), new WavBytes().extensible(1, 1, 8000, 24, 20)
        }) {
      assertThat(decoder.decode(file.chunk("data", in24).source()))
          .isEqualTo(Sound.mono(8000, 0.5f, 1f / 524_288, -1));
    }
  }

  @Test
  void aLawAndMuLawAreExpandedAsG711Says() throws IOException {
    // of A-law the codes of the smallest, of a middle and of the largest values; of mu-law likewise
    byte[] aLaw = {(byte) 0xd5, 0x55, (byte) 0xf5, (byte) 0xaa, 0x2a};
    byte[] uLaw = {(byte) 0xff, (byte) 0xfe, (byte) 0xbf, (byte) 0x80, 0x00};

    Sound european =
        decoder.decode(new WavBytes().format(6, 1, 8000, 8).chunk("data", aLaw).source());
    Sound american =
        decoder.decode(new WavBytes().format(7, 1, 8000, 8).chunk("data", uLaw).source());

    assertThat(european).isEqualTo(Sound.mono(8000, scaled(8, -8, 528, 32_256, -32_256)));
    assertThat(american).isEqualTo(Sound.mono(8000, scaled(0, 8, 1980, 32_124, -32_124)));
  }

  private static float[] scaled(int... values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i] / 32_768f;
    }
    return result;
  }

  @Test
  void aCountOfSamplesIsComparedWithTheData() throws IOException {
    byte[] two = {2, 0, 0, 0};
    byte[] three = {3, 0, 0, 0};

    assertThat(
            decoder.decode(pcm16().chunk("fact", two).chunk("data", TWO_SAMPLES).source()).frames())
        .isEqualTo(2);
    assertRefused(
        pcm16().chunk("fact", three).chunk("data", TWO_SAMPLES).source(),
        "a.wav: its fact or ds64 chunk tells of 3 samples, but its data chunk holds 2");
  }

  @Test
  void aSecondDataChunkIsNotDroppedInSilence() {
    assertRefused(
        pcm16().chunk("data", TWO_SAMPLES).chunk("data", TWO_SAMPLES).source(),
        "a.wav: holds two data chunks");
  }

  @Test
  void bigEndianFilesAreRead() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(48);
    file.put("RIFX".getBytes(StandardCharsets.US_ASCII)).putInt(40);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4);
    file.putShort((short) 0x4000).putShort((short) -0x8000);

    assertThat(decoder.decode(new MemorySource("a.wav", file.array())))
        .isEqualTo(Sound.mono(8000, 0.5f, -1));
  }

  static MemorySource rf64(String id, long dataBytes, long samples) {
    byte[] ds64 =
        ByteBuffer.allocate(28)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(76)
            .putLong(dataBytes)
            .putLong(samples)
            .array();
    byte[] file =
        new WavBytes()
            .chunk("ds64", ds64)
            .format(1, 1, 8000, 16)
            .chunk("data", 0xffff_ffffL, TWO_SAMPLES)
            .declaring(0xffff_ffffL)
            .bytes();
    System.arraycopy(id.getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
    return new MemorySource("a.wav", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void sizesOf64BitsAreHeeded(String id) throws IOException {
    Sound expected = Sound.mono(8000, 0.5f, -0.5f);

    assertThat(decoder.decode(rf64(id, 4, 2))).isEqualTo(expected);
    assertThat(decoder.decode(rf64(id, 4, 0))).isEqualTo(expected);
    // ffmpeg leaves zeros in a pipe
    assertThat(decoder.decode(rf64(id, 0, 0))).isEqualTo(expected);
    assertRefused(
        rf64(id, 1L << 33, 0),
        "a.wav: cut short, its data chunk declares 8589934592 bytes, but the file holds 4 of them");
    assertRefused(
        rf64(id, 4, 9),
        "a.wav: its fact or ds64 chunk tells of 9 samples, but its data chunk holds 2");
  }

  @Test
  void anEmptyDataChunkBeforeOthersIsNoSound() {
    MemorySource file = pcm16().chunk("data").chunk("LIST", new byte[100]).source();

    assertRefused(file, "a.wav: holds no sound, not one sample");
  }

  @Test
  void aDataChunkLongerThanTheFileIsNamedWithBothSizes() {
    assertRefused(
        pcm16().chunk("data", 0xffff_fff0L, TWO_SAMPLES).source(),
        "a.wav: cut short, its data chunk declares 4294967280 bytes, but the file holds 4 of them");
    assertRefused(
        pcm16().chunk("data", 6, TWO_SAMPLES).source(),
        "a.wav: cut short, its data chunk declares 6 bytes, but the file holds 4 of them");
  }

  @Test
  void aFileThatEndsInItsFormatIsCutShort() {
    MemorySource file = pcm16().chunk("data", TWO_SAMPLES).source();
    assertRefused(
        file.cut(20),
        "a.wav: cut short, its fmt chunk declares 16 bytes, but the file holds 0 of them");
    assertRefused(
        file.cut(35),
        "a.wav: cut short, its fmt chunk declares 16 bytes, but the file holds 15 of them");
  }

  @Test
  void whatLiesBehindTheSecondsWantedIsNotRead() throws IOException {
    MemorySource file =
        new MemorySource("a.wav", WavBytes.of16Bits(1000, 1, Waves.ramp(1e-4, 5000)));

    Sound whole = decoder.decode(file);
    Sound part = new SoundDecoder(1, 0.25).decode(file.cut(44 + 2 * 260));

    assertThat(whole.frames()).isEqualTo(5000);
    assertThat(part).isEqualTo(whole.part(0, 250));
  }

  @Test
  void soundThatEndsInsideAFrameIsRefused() {
    byte[] data = {0, 0x40, 0, 0x40, 0, (byte) 0xc0, 1};

    assertRefused(
        new WavBytes().format(1, 2, 8000, 16).chunk("data", data).source(),
        "a.wav: its sound ends inside a frame: 7 bytes are not a multiple of 4, 2 channels of 2"
            + " bytes");
  }

  static Stream<Arguments> badFormats() {
    return Stream.of(
        bad(new WavBytes().format(1, 1, 0, 16), "has a rate of 0 Hz; allowed: 100 to 768000"),
        bad(new WavBytes().format(1, 1, 1, 16), "has a rate of 1 Hz; allowed: 100 to 768000"),
        bad(
            new WavBytes().format(1, 1, -294967296, 16),
            "has a rate of 4000000000 Hz; allowed: 100 to 768000"),
        bad(new WavBytes().format(1, 0, 8000, 16), "declares no channel"),
        bad(
            new WavBytes().format(1, 1, 8000, 0),
            "stores samples as format 1 of 0 bits; allowed: 1 (integers) of 8 to 32 bits, 3"
                + " (floats) of 32 or 64, 6 (A-law) and 7 (µ-law) of 8; convert it, as with 'ffmpeg"
                + " -i IN -c:a pcm_s16le OUT.wav'"),
        bad(new WavBytes().format(1, 1, 8000, 7), "stores samples as format 1 of 7 bits"),
        bad(new WavBytes().format(1, 1, 8000, 33, 5), "stores samples as format 1 of 33 bits"),
        bad(new WavBytes().format(7, 1, 8000, 16), "stores samples as format 7 of 16 bits"),
        bad(
            new WavBytes().format(0x11, 1, 8000, 4, 256),
            "stores samples as format 17, IMA ADPCM, of 4 bits"),
        bad(
            new WavBytes().format(0x55, 1, 8000, 0, 1),
            "stores samples as format 85, MP3, of 0 bits"),
        bad(new WavBytes().extensible(1, 1, 8000, 16, 20), "declares 20 valid bits of 16"),
        bad(new WavBytes().format(3, 1, 8000, 16), "stores samples as format 3 of 16 bits"),
        bad(
            new WavBytes().format(1, 2, 8000, 16, 3),
            "declares blocks of 3 bytes, but 2 channels of 16 bits take 4"),
        bad(
            new WavBytes().format(1, 2, 8000, 16, 0),
            "declares blocks of 0 bytes, but 2 channels of 16 bits take 4"),
        bad(new WavBytes().chunk("fmt ", new byte[10]), "its fmt chunk has 10 bytes"),
        bad(
            new WavBytes().format(0xfffe, 1, 8000, 16),
            "its extensible fmt chunk names no known format"),
        bad(new WavBytes(), "its data chunk comes before its fmt chunk"));
  }

  private static Arguments bad(WavBytes file, String message) {
    return Arguments.of(file.chunk("data", TWO_SAMPLES).source(), "a.wav: " + message);
  }

  @ParameterizedTest
  @MethodSource("badFormats")
  void contradictionsAreRefused(MemorySource file, String message) {
    assertRefused(file, message);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f})
  void samplesThatAreNoNumbersAreRefused(float sample) {
    assertRefused(
        new MemorySource("a.wav", WavBytes.ofFloats(8000, 2, 0, 0, 0, 0, 0, sample)),
        "a.wav: sample 2 of channel 1 is "
            + sample
            + "; allowed: finite numbers, full scale is ±1");
  }

  @Test
  void aFileWithoutDataIsRefused() {
    assertRefused(pcm16().source(), "a.wav: ends after 36 bytes without a data chunk");
  }

  @Test
  void anyNumberOfChannelsIsMixed() throws IOException {
    WavBytes file = new WavBytes().format(1, 65535, 8000, 8, 65535);

    Sound sound = decoder.decode(file.chunk("data", new byte[2 * 65535]).source());

    assertThat(sound).isEqualTo(Sound.mono(8000, -1, -1));
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    MemorySource file =
        new WavBytes()
            .chunk("LIST", new byte[3])
            .format(1, 1, 8000, 16)
            .chunk("data", TWO_SAMPLES)
            .source();
    for (int length = 0; length < file.size(); length++) {
      MemorySource cut = file.cut(length);
      assertThatThrownBy(() -> decoder.decode(cut))
          .as("cut to " + length)
          .isInstanceOf(UnreadableExampleException.class)
          .hasMessageStartingWith("a.wav: ");
    }
  }

  private void assertRefused(MemorySource file, String message) {
    assertThatThrownBy(() -> decoder.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith(message);
  }
}
