package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.Pictures;
import io.perceiver.image.raster.Raster;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiffDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(1000, 0);
  private final ImageDecoder ranged = new ImageDecoder(1000, 0, false, List.of(0.0, 10_000.0));

  private static void assertRefused(ImageDecoder decoder, MemorySource file, String reason) {
    assertThatThrownBy(() -> decoder.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void floatsAreKeptAndAHalfIsInTheMiddle() throws IOException {
    Raster image = decoder.decode(TiffBytes.grey(0, 0.25f, 0.5f, 1));

    assertThat(image).isEqualTo(Raster.ofFloats(1, 4, 1, new float[] {0, 0.25f, 0.5f, 1}));
    assertThat(image.level(2)).isEqualTo(127.5);
  }

  @Test
  void aLastStripOfFewerRowsIsRead() throws IOException {
    byte[] samples = new byte[3 * 10];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (7 * i);
    }
    assertThat(decoder.decode(TiffBytes.strips(3, 10, 4, samples)))
        .isEqualTo(Raster.copyOf(10, 3, 1, samples));
  }

  @Test
  void bandsThatWouldBeDroppedAreRefused() {
    assertRefused(decoder, TiffBytes.bands((byte) 1, (byte) 2), "has 2 bands, 1 of which");
    assertRefused(
        decoder, TiffBytes.bands(new byte[13]), "has 13 bands, 1 of which are its colours");
  }

  @Test
  void whatIsNotReadIsNamed() {
    assertRefused(
        decoder, TiffBytes.with(259, 50000, (byte) 1), "compressed with Zstandard (50000)");
    assertRefused(
        decoder, TiffBytes.with(339, 6, (byte) 1), "of the kinds [6] (5 and 6 are complex");
  }

  @Test
  void samplesBeyondTheUnitNeedARange() throws IOException {
    MemorySource depth = TiffBytes.grey(812, 5000, 9731);

    assertRefused(decoder, depth, "its samples go from 812 to 9731, beyond the range of 0 to 1");
    assertThat(ranged.decode(depth))
        .isEqualTo(Raster.ofFloats(1, 3, 1, new float[] {0.0812f, 0.5f, 0.9731f}));
    assertRefused(ranged, TiffBytes.grey(0, 10_001), "go from 0 to 10001, beyond the range of 0");
    assertRefused(decoder, TiffBytes.grey(0, Float.NaN), "sample 1 is not a number (NaN)");
  }

  @Test
  void wholeNumbersOf32BitsNeedARange() throws IOException {
    MemorySource depth = TiffBytes.whole(0, 1000, 10_000);

    assertRefused(decoder, depth, "its 32-bit signed samples go from 0 to 10000; say which");
    assertThat(ranged.decode(depth)).isEqualTo(Raster.ofFloats(1, 3, 1, new float[] {0, 0.1f, 1}));
  }

  @Test
  void wholeNumbersOf32BitsAreIndicesUpTo65535() throws IOException {
    ImageDecoder indices = new ImageDecoder(1000, 0, true, List.of());

    assertThat(indices.decode(TiffBytes.whole(7, 65_535)))
        .isEqualTo(Raster.ofIndices(1, 2, new short[] {7, -1}));
    assertRefused(indices, TiffBytes.whole(7, -1), "sample 1 is -1.0; indices are whole numbers");
  }

  @Test
  void aFourthBandIsAlphaOnlyIfTheFileSaysSo() throws IOException {
    byte[] pixel = {10, 20, 30, 0};

    assertThat(Pictures.samples(decoder.decode(TiffBytes.fourBands(0, pixel))))
        .containsExactly(10, 20, 30);
    assertThat(Pictures.samples(decoder.decode(TiffBytes.fourBands(2, pixel))))
        .containsExactly(0, 0, 0);
  }

  @Test
  void bigTiffIsRead() throws IOException {
    byte[] samples = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    assertThat(decoder.decode(TiffBytes.big(samples, 2, 2)))
        .isEqualTo(Raster.copyOf(2, 2, 3, samples));
  }

  @Test
  void anOrientationStoredAsALongTurnsTheImage() throws IOException {
    assertThat(decoder.decode(TiffBytes.turned(6, (byte) 1, (byte) 2)))
        .isEqualTo(Pictures.raster(2, 1, 1, 1, 2));
    assertThat(decoder.decode(TiffBytes.turned(3, (byte) 1, (byte) 2)))
        .isEqualTo(Pictures.raster(1, 2, 1, 2, 1));
  }

  @Test
  void aStripOfTooFewRowsIsRefused() {
    assertRefused(decoder, TiffBytes.cut(3, (byte) 1, (byte) 2), "strip 0 needs 6 bytes");
  }
}
