package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.audio.Waves;
import io.perceiver.audio.signal.Sound;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogMelTest {
  private static final int RATE = 8000;

  // frames of 256 samples every 128, one bin every 31.25 Hz
  private static MelConfig config(Standardisation standardisation) {
    return new MelConfig(
        32,
        16,
        4,
        0,
        Optional.of(4000.0),
        60,
        1,
        Optional.empty(),
        standardisation,
        MelScale.HTK,
        false,
        false);
  }

  private static float[] of(Sound sound, Standardisation standardisation) {
    return new LogMel(config(standardisation), RATE).of(sound);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "256, 1", "257, 2", "384, 2", "385, 3", "8000, 62"})
  void framesCoverEverySample(int samples, int frames) {
    LogMel logMel = new LogMel(config(Standardisation.NONE), RATE);

    assertThat(logMel.frames(samples)).isEqualTo(frames);
    assertThat(logMel.of(Waves.tone(RATE, samples))).hasSize(4 * frames);
  }

  @Test
  void aSineHasTheDecibelsOfItsThreeBins() {
    // middles of the bands by hand: 4 bands up to 2146.06 mel, steps of 429.21 mel = 10^0.1654
    double ratio = Math.pow(10, 2146.06 / 2595 / 5);
    double[] corners = new double[6];
    for (int i = 0; i < 6; i++) {
      corners[i] = 700 * (Math.pow(ratio, i) - 1);
    }
    double[] expected = new double[4];
    for (int band = 0; band < 4; band++) {
      double power = 0;
      for (int bin = 31; bin <= 33; bin++) {
        double hz = bin * 31.25;
        double up = (hz - corners[band]) / (corners[band + 1] - corners[band]);
        double down = (corners[band + 2] - hz) / (corners[band + 2] - corners[band + 1]);
        power += Math.max(0, Math.min(up, down)) * (bin == 32 ? 1 : 0.25);
      }
      expected[band] = 10 * Math.log10(Math.max(1e-30, power));
    }
    double top = Arrays.stream(expected).max().orElseThrow();

    float[] values = of(Sound.mono(RATE, Waves.sine(RATE, 1000, 1, 256)), Standardisation.NONE);

    for (int band = 0; band < 4; band++) {
      double scaled = 1 + 2 * Math.max(-60, expected[band] - top) / 60;
      assertThat((double) values[band]).as("band " + band).isCloseTo(scaled, within(1e-3));
    }
    assertThat(expected[1]).isGreaterThan(expected[0] + 10);
  }

  @Test
  void loudnessDoesNotMatter() {
    float[] noise = Waves.noise(new SplittableRandom(1), 0.1, 2000);
    Sound loud = Sound.mono(RATE, noise);
    Sound quiet = loud.map(samples -> scaled(samples, 0.01f));

    for (Standardisation standardisation : Standardisation.values()) {
      assertThat(of(quiet, standardisation))
          .containsExactly(of(loud, standardisation), within(1e-4f));
    }
  }

  private static float[] scaled(float[] samples, float factor) {
    float[] result = samples.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }

  @Test
  void valuesReachFromTheFloorToTheLoudest() {
    float[] samples = Arrays.copyOf(Waves.sine(RATE, 1000, 0.5, 1000), 4000);

    float[] values = of(Sound.mono(RATE, samples), Standardisation.NONE);

    float least = 1;
    float most = -1;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    assertThat(least).isCloseTo(-1, within(1e-6f));
    assertThat(most).isCloseTo(1, within(1e-6f));
    assertThat(Arrays.copyOfRange(values, values.length - 4, values.length))
        .containsExactly(new float[] {-1, -1, -1, -1}, within(1e-6f));
  }

  @Test
  void aClipIsStandardisedOverAllItsValues() {
    float[] values = of(noisyTone(), Standardisation.CLIP);

    assertThat(mean(values, 0, 1)).isCloseTo(0, within(1e-5));
    assertThat(sd(values, 0, 1)).isCloseTo(1, within(1e-5));
    assertThat(Math.abs(mean(values, 0, 4) - mean(values, 1, 4))).isGreaterThan(0.1);
  }

  @Test
  void aBandIsStandardisedOverItsTime() {
    float[] values = of(noisyTone(), Standardisation.BAND);

    for (int band = 0; band < 4; band++) {
      assertThat(mean(values, band, 4)).isCloseTo(0, within(1e-5));
      assertThat(sd(values, band, 4)).isCloseTo(1, within(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void silenceIsEvenAndFinite(Standardisation standardisation) {
    float[] values = of(Sound.mono(RATE, new float[3000]), standardisation);

    assertThat(values).containsOnly(standardisation == Standardisation.NONE ? -1 : 0);
  }

  @Test
  void channelsLieInnermost() {
    float[] left = Waves.sine(RATE, 300, 0.5, 1000);
    float[] right = Waves.sine(RATE, 3000, 0.5, 1000);

    float[] both = of(new Sound(RATE, new float[][] {left, right}), Standardisation.NONE);
    float[] first = of(Sound.mono(RATE, left), Standardisation.NONE);
    float[] second = of(Sound.mono(RATE, right), Standardisation.NONE);

    assertThat(both).hasSize(first.length * 2);
    int loudestLeft = loudestBand(first);
    int loudestRight = loudestBand(second);
    assertThat(loudestLeft).isNotEqualTo(loudestRight);
    assertThat(both[2 * loudestLeft]).isGreaterThan(both[2 * loudestRight]);
    assertThat(both[2 * loudestRight + 1]).isGreaterThan(both[2 * loudestLeft + 1]);
  }

  private static int loudestBand(float[] values) {
    int loudest = 0;
    for (int band = 1; band < 4; band++) {
      loudest = values[band] > values[loudest] ? band : loudest;
    }
    return loudest;
  }

  private static Sound noisyTone() {
    float[] samples = Waves.sine(RATE, 500, 0.3, 6000);
    float[] noise = Waves.noise(new SplittableRandom(1), 0.02, 6000);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += noise[i];
    }
    return Sound.mono(RATE, samples);
  }

  private static double mean(float[] values, int first, int step) {
    double sum = 0;
    int count = 0;
    for (int i = first; i < values.length; i += step) {
      sum += values[i];
      count++;
    }
    return sum / count;
  }

  private static double sd(float[] values, int first, int step) {
    double mean = mean(values, first, step);
    double sum = 0;
    int count = 0;
    for (int i = first; i < values.length; i += step) {
      sum += (values[i] - mean) * (values[i] - mean);
      count++;
    }
    return Math.sqrt(sum / count);
  }
}
