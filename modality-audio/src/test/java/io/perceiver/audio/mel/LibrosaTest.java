package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares with numbers that were computed once, in double precision with NumPy, from the
 * definition of librosa's melspectrogram and power_to_db (ref=max, top_db=80): Slaney's scale and
 * norm, centred frames padded with zeros. They are scaled as {@code standardise: none} scales.
 */
class LibrosaTest {
  private static final float TOLERANCE = 2 * 1e-4f;

  /** Noise of a linear congruential generator, so that NumPy can make the same. */
  private static float[] noise(int count) {
    float[] samples = new float[count];
    long state = 1;
    for (int i = 0; i < count; i++) {
      state = state * 1_103_515_245L + 12_345 & 0x7fff_ffffL;
      samples[i] = (float) (0.1 * (state / (double) (1 << 30) - 1));
    }
    return samples;
  }

  private static float[] tones(int count, int rateHz) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] =
          (float)
              (0.3 * Math.sin(2 * Math.PI * 440 * i / rateHz)
                  + 0.2 * Math.sin(2 * Math.PI * 3000 * i / rateHz + 0.5));
    }
    return samples;
  }

  private static float[] expected(String name) throws IOException {
    try (InputStream stream = LibrosaTest.class.getResourceAsStream(name)) {
      FloatBuffer stored =
          ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] values = new float[stored.remaining()];
      stored.get(values);
      return values;
    }
  }

  private static MelConfig config(
      int rateHz, int window, int hop, int bands, double minHz, Optional<Double> maxHz) {
    return new MelConfig(
            1000.0 * window / rateHz,
            1000.0 * hop / rateHz,
            bands,
            minHz,
            maxHz,
            80,
            1,
            Optional.empty(),
            Standardisation.NONE,
            MelScale.HTK,
            false,
            false)
        .asLibrosa();
  }

  @Test
  void noiseAndTonesAreAsWithLibrosasDefaults() throws IOException {
    LogMel mel = new LogMel(config(22_050, 2048, 512, 128, 0, Optional.empty()), 22_050);

    assertThat(mel.frames(4000)).isEqualTo(8);
    assertThat(mel.of(Sound.mono(22_050, noise(4000))))
        .containsExactly(expected("librosa-noise.f32"), within(TOLERANCE));
    assertThat(mel.of(Sound.mono(22_050, tones(4000, 22_050))))
        .containsExactly(expected("librosa-tones.f32"), within(TOLERANCE));
  }

  @Test
  void windowsShorterThanTheTransformLieInItsMiddle() throws IOException {
    float[] both = tones(2000, 16_000);
    float[] noise = noise(2000);
    for (int i = 0; i < both.length; i++) {
      both[i] += noise[i];
    }

    // n_fft=512, win_length=400
    LogMel mel = new LogMel(config(16_000, 400, 160, 40, 50, Optional.of(7000.0)), 16_000);

    assertThat(mel.of(Sound.mono(16_000, both)))
        .containsExactly(expected("librosa-speech.f32"), within(TOLERANCE));
  }

  @Test
  void slaneysScaleIsStraightUpTo1000Hz() {
    assertThat(MelScale.SLANEY.mel(500)).isCloseTo(7.5, within(1e-12));
    assertThat(MelScale.SLANEY.mel(1000)).isCloseTo(15, within(1e-12));
    assertThat(MelScale.SLANEY.mel(6400)).isCloseTo(42, within(1e-12));
    assertThat(MelScale.SLANEY.hz(MelScale.SLANEY.mel(1234.5))).isCloseTo(1234.5, within(1e-9));
  }
}
