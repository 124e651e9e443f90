package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.audio.Waves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSpectrumTest {

  @Test
  void theWindowIsHannsPeriodicOne() {
    assertThat(PowerSpectrum.hann(4))
        .containsExactly(new float[] {0, 0.5f, 1, 0.5f}, within(1e-7f));
    assertThat(PowerSpectrum.hann(6))
        .containsExactly(new float[] {0, 0.25f, 0.75f, 1, 0.75f, 0.25f}, within(1e-7f));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 2", "2, 2, 2", "3, 4, 3", "200, 256, 129", "256, 256, 129", "257, 512, 257"})
  void framesAreExtendedToAPowerOfTwo(int length, int size, int bins) {
    assertThat(PowerSpectrum.size(length)).isEqualTo(size);
    assertThat(PowerSpectrum.bins(length)).isEqualTo(bins);
  }

  @Test
  void aSineOfFullScaleHasPowerOneOnItsBin() {
    float[] sine = Waves.sine(8000, 1000, 1, 256);

    double[] power = spectrum(sine, 0, 256);

    // Hann's window spreads a sine over three bins: amplitudes ½, 1, ½
    assertThat(power[32]).isCloseTo(1, within(1e-6));
    assertThat(power[31]).isCloseTo(0.25, within(1e-6));
    assertThat(power[33]).isCloseTo(0.25, within(1e-6));
    assertThat(power[30]).isLessThan(1e-9);
    assertThat(power[35]).isLessThan(1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "100, 64", "0, 50", "170, 50"})
  void everyFrameIsTheTransformByItsDefinition(int first, int length) {
    float[] noise = Waves.noise(new SplittableRandom(1), 0.3, 200);
    PowerSpectrum spectrum = new PowerSpectrum(PowerSpectrum.hann(length));

    double[][] power = spectrum.of(noise, first, 20, 2, FrameBlock.of(length));

    assertThat(ofFrame(power, 0)).containsExactly(byDefinition(noise, first, length), within(1e-9));
    assertThat(ofFrame(power, 1))
        .containsExactly(byDefinition(noise, first + 20, length), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8, 15, 16, 100})
  void everySizeHasTheTransformByItsDefinition(int length) {
    float[] noise = Waves.noise(new SplittableRandom(2), 0.3, 100);

    assertThat(spectrum(noise, 0, length))
        .containsExactly(byDefinition(noise, 0, length), within(1e-9));
  }

  @Test
  void aFrameIsTheSameBitForBitWhateverItIsTransformedWith() {
    float[] noise = Waves.noise(new SplittableRandom(3), 0.3, 4000);
    PowerSpectrum spectrum = new PowerSpectrum(PowerSpectrum.hann(200));
    FrameBlock block = FrameBlock.of(200);
    List<double[]> together = new ArrayList<>();
    double[][] power = spectrum.of(noise, 0, 80, 45, block);
    for (int frame = 0; frame < 45; frame++) {
      together.add(ofFrame(power, frame));
    }

    for (int frame = 0; frame < 45; frame++) {
      assertThat(ofFrame(spectrum.of(noise, frame * 80, 80, 1, block), 0))
          .containsExactly(together.get(frame));
    }
  }

  @Test
  void beyondTheEndIsSilence() {
    assertThat(spectrum(new float[] {1, 1, 1}, 3, 8)).containsOnly(0);
    assertThat(spectrum(new float[] {1, 1, 1}, 300, 8)).containsOnly(0);
  }

  private static double[] spectrum(float[] samples, int from, int length) {
    PowerSpectrum spectrum = new PowerSpectrum(PowerSpectrum.hann(length));
    return ofFrame(spectrum.of(samples, from, length, 1, FrameBlock.of(length)), 0);
  }

  private static double[] ofFrame(double[][] power, int frame) {
    return Arrays.stream(power).mapToDouble(bin -> bin[frame]).toArray();
  }

  private static double[] byDefinition(float[] samples, int from, int length) {
    float[] window = PowerSpectrum.hann(length);
    double sum = 0;
    for (float weight : window) {
      sum += weight;
    }
    int size = PowerSpectrum.size(length);
    double[] power = new double[size / 2 + 1];
    for (int bin = 0; bin < power.length; bin++) {
      double re = 0;
      double im = 0;
      for (int n = 0; n < length && from + n < samples.length; n++) {
        double angle = -2 * Math.PI * bin * n / size;
        re += samples[from + n] * window[n] * Math.cos(angle);
        im += samples[from + n] * window[n] * Math.sin(angle);
      }
      power[bin] = (re * re + im * im) * 4 / (sum * sum);
    }
    return power;
  }
}
