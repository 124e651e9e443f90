package io.perceiver.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.audio.Waves;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @Test
  void aSoundOfTheRateIsLeftAlone() {
    Sound sound = Waves.tone(8000, 100);

    assertThat(Resampler.resample(sound, 8000)).isSameAs(sound);
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 16000, 8100", "44100, 16000, 9000", "44100, 16000, 20000", "48000, 16000, 12000",
    "16000, 8000, 4050", "16000, 8000, 7900", "22050, 8000, 5000", "96001, 8000, 4100",
    "192000, 8000, 90000"
  })
  void whatTheNewRateCannotHoldIsGone(int from, int to, double hz) {
    float[] result = new Resampler(from, to).apply(Waves.sine(from, hz, 1, from));

    // the ends, where the sine starts out of nothing, hold every frequency
    double left = Waves.rms(result, to / 4, to * 3 / 4);
    assertThat(20 * Math.log10(left / Math.sqrt(0.5))).isLessThan(-78);
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 16000, 100", "44100, 16000, 7000", "48000, 16000, 7100", "16000, 8000, 3500",
    "8000, 16000, 3500", "8000, 44100, 1000", "11025, 16000, 4900", "96001, 8000, 3000",
    "44101, 16001, 3000"
  })
  void whatTheNewRateHoldsIsKeptAtItsPlace(int from, int to, double hz) {
    float[] result = new Resampler(from, to).apply(Waves.sine(from, hz, 1, from));

    assertThat(result).hasSize(to);
    float[] expected = Waves.sine(to, hz, 1, to);
    for (int i = to / 4; i < to * 3 / 4; i++) {
      assertThat(result[i]).as("sample " + i).isCloseTo(expected[i], within(1e-3f));
    }
  }

  @Test
  void noMirrorImageAppearsWhenTheRateRises() {
    float[] result = new Resampler(8000, 16000).apply(Waves.sine(8000, 3000, 1, 8000));
    float[] ideal = Waves.sine(16000, 3000, 1, 16000);
    for (int i = 0; i < result.length; i++) {
      result[i] -= ideal[i];
    }

    assertThat(20 * Math.log10(Waves.rms(result, 4000, 12000))).isLessThan(-70);
  }

  @Test
  void aConstantStaysConstant() {
    float[] samples = new float[5000];
    Arrays.fill(samples, 0.25f);

    float[] result = new Resampler(44100, 16000).apply(samples);

    for (int i = 200; i < result.length - 200; i++) {
      assertThat(result[i]).isCloseTo(0.25f, within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "44101, 22051"})
  void lengthsAreRoundedUp(int samples, int expected) {
    assertThat(new Resampler(16000, 8000).apply(new float[samples])).hasSize(expected);
  }

  @Test
  void ratiosWithAndWithoutStoredWeightsAgree() {
    float[] noise = Waves.noise(new SplittableRandom(1), 0.1, 3000);

    // 48000 to 16000 has one phase; 47999 to 16000 has sixteen thousand, of nearly the same places
    float[] stored = new Resampler(48000, 16000).apply(noise);
    float[] computed = new Resampler(47999, 16000).apply(noise);

    for (int i = 0; i < 100; i++) {
      assertThat(computed[i]).isCloseTo(stored[i], within(0.01f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 16000, 9000, 6000",
    "48000, 16000, 4700, 4000",
    "8000, 16000, 2000, 1400",
    "16000, 44100, 3000, 2000"
  })
  void longSoundsBeginAsShortOnesDo(int from, int to, int many, int few) {
    // only the long ones are filtered by rows
    float[] noise = Waves.noise(new SplittableRandom(1), 0.1, many);
    float[] whole = new Resampler(from, to).apply(noise);
    float[] part = new Resampler(from, to).apply(Arrays.copyOf(noise, few));

    // what lies behind the shorter one's end reaches so far back
    int same = part.length - 150 * Math.max(1, to / from);
    assertThat(same).isGreaterThan(part.length / 2);
    assertThat(Arrays.copyOf(whole, same))
        .containsExactly(Arrays.copyOf(part, same), within(1e-6f));
  }

  @Test
  void everyChannelIsChanged() {
    float[] left = Waves.sine(16000, 300, 0.5, 1600);
    float[] right = Waves.sine(16000, 500, 0.5, 1600);

    Sound result = Resampler.resample(new Sound(16000, new float[][] {left, right}), 8000);

    assertThat(result.rateHz()).isEqualTo(8000);
    assertThat(result.channel(0)).isEqualTo(new Resampler(16000, 8000).apply(left));
    assertThat(result.channel(1)).isEqualTo(new Resampler(16000, 8000).apply(right));
  }

  @Test
  void besselIsTheTabulatedFunction() {
    // Abramowitz and Stegun, table 9.8
    assertThat(LowPass.bessel(0)).isEqualTo(1);
    assertThat(LowPass.bessel(1)).isCloseTo(1.2660658778, within(1e-9));
    assertThat(LowPass.bessel(5)).isCloseTo(27.2398718236, within(1e-8));
  }
}
