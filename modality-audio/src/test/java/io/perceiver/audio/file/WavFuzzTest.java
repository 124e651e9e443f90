package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import io.perceiver.audio.Waves;
import io.perceiver.testkit.fuzz.Fuzzer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WavFuzzTest {
  private static final float[] SAMPLES = Waves.sine(8000, 440, 0.5, 64);

  private static final List<byte[]> SEEDS =
      List.of(
          WavBytes.of16Bits(8000, 1, SAMPLES),
          WavBytes.of16Bits(44100, 2, SAMPLES),
          WavBytes.ofFloats(16000, 1, SAMPLES),
          new WavBytes()
              .chunk("LIST", new byte[5])
              .extensible(1, 3, 48000, 24, 20)
              .chunk("fact", new byte[4])
              .chunk("data", 0xffff_ffffL, new byte[90])
              .bytes(),
          new WavBytes()
              .format(1, 1, 8000, 16)
              .chunk("data", 0x7fff_f000L, new byte[64])
              .declaring(0x7fff_f024L)
              .bytes(),
          new WavBytes().format(6, 1, 8000, 8).chunk("data", new byte[64]).bytes(),
          new WavBytes().format(7, 2, 8000, 8).chunk("data", new byte[64]).bytes(),
          WavDecoderTest.rf64("RF64", 4, 2).bytes(),
          AiffDecoderTest.file("", 16, 32, 72, new byte[64]),
          AiffDecoderTest.file("fl32", 32, 16, 72, new byte[64]),
          AuDecoderTest.file(3, 64, ByteOrder.BIG_ENDIAN, new int[64]),
          AuDecoderTest.file(1, 64, ByteOrder.LITTLE_ENDIAN, new int[64]));

  @Test
  void damagedFilesAreReadOrRefused() throws InterruptedException {
    SoundDecoder decoder = new SoundDecoder(1, 1);
    // a second at the highest rate, grown by doubling, beside 64 KiB of buffers
    new Fuzzer(SEEDS, UnaryOperator.identity(), 16 << 20)
        .run(Duration.ofSeconds(2), file -> decoder.decode(new MemorySource("fuzzed.wav", file)));
  }
}
