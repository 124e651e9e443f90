package io.perceiver.audio.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.audio.Waves;
import io.perceiver.audio.signal.Crop;
import io.perceiver.audio.signal.Sound;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundAugmentationTest {
  private static final int RATE = 8000;
  private final SplittableRandom random = new SplittableRandom(7);

  private static AugmentationConfig config(
      List<Double> speed, boolean crop, double shift, List<Double> noise, double gain) {
    return new AugmentationConfig(speed, crop, shift, noise, gain, 0, 8, 0, 8);
  }

  private static SoundAugmentation of(AugmentationConfig config, int maxSamples) {
    return new SoundAugmentation(config, Crop.START, maxSamples, Optional.empty());
  }

  @Test
  void nothingIsChangedUnlessConfigured() {
    assertThat(of(AugmentationConfig.none(), 10).isNone()).isTrue();
  }

  @Test
  void everyChangeRepeatsUnderItsSeedAndLeavesTheClipAlone() {
    Sound clip = Waves.tone(RATE, 2000);
    SoundAugmentation all = of(config(List.of(0.9, 1.1), true, 0.05, List.of(10.0, 20.0), 6), 1500);

    Sound first = all.augment(clip, new SplittableRandom(1));

    assertThat(all.isNone()).isFalse();
    assertThat(all.augment(clip, new SplittableRandom(1))).isEqualTo(first);
    assertThat(all.augment(clip, new SplittableRandom(2))).isNotEqualTo(first);
    assertThat(first.frames()).isLessThanOrEqualTo(1500);
    assertThat(clip).isEqualTo(Waves.tone(RATE, 2000));
  }

  @Test
  void noiseHasTheRatioAskedFor() {
    Sound clip = Waves.tone(RATE, 40_000);

    Sound noisy =
        of(config(List.of(), false, 0, List.of(12.0, 12.0), 0), 40_000).augment(clip, random);

    float[] noise = difference(noisy, clip).channel(0);
    double decibels = 20 * Math.log10(clip.rms() / Waves.rms(noise, 0, noise.length));
    assertThat(decibels).isCloseTo(12, within(0.1));
    // white: as strong from one sample to the next as over all
    double product = 0;
    for (int i = 1; i < noise.length; i++) {
      product += noise[i] * noise[i - 1];
    }
    double power = Math.pow(Waves.rms(noise, 0, noise.length), 2);
    assertThat(product / noise.length / power).isCloseTo(0, within(0.02));
  }

  private static Sound difference(Sound one, Sound other) {
    float[] result = one.channel(0).clone();
    for (int i = 0; i < result.length; i++) {
      result[i] -= other.channel(0)[i];
    }
    return Sound.mono(one.rateHz(), result);
  }

  @Test
  void noiseRatiosFillTheirRange() {
    Sound clip = Waves.tone(RATE, 4000);
    SoundAugmentation noise = of(config(List.of(), false, 0, List.of(0.0, 20.0), 0), 4000);
    double least = 100;
    double most = -100;
    for (int i = 0; i < 100; i++) {
      double ratio = clip.rms() / difference(noise.augment(clip, random), clip).rms();
      least = Math.min(least, 20 * Math.log10(ratio));
      most = Math.max(most, 20 * Math.log10(ratio));
    }
    assertThat(least).isBetween(-0.3, 1.0);
    assertThat(most).isBetween(19.0, 20.3);
  }

  @Test
  void silenceGetsNoNoise() {
    Sound silence = Sound.mono(RATE, new float[100]);

    assertThat(new Noise(10, 10).apply(silence, random)).isSameAs(silence);
  }

  @Test
  void gainStaysWithinItsDecibels() {
    Sound clip = Sound.mono(RATE, 1, -0.5f);
    double least = 100;
    double most = -100;
    for (int i = 0; i < 200; i++) {
      Sound changed = new Gain(6).apply(clip, random);
      assertThat(changed.channel(0)[1]).isCloseTo(-0.5f * changed.channel(0)[0], within(1e-6f));
      double decibels = 20 * Math.log10(changed.channel(0)[0]);
      least = Math.min(least, decibels);
      most = Math.max(most, decibels);
    }
    assertThat(least).isBetween(-6.001, -5.5);
    assertThat(most).isBetween(5.5, 6.001);
  }

  private Sound shifted(Sound clip, double seconds) {
    return TimeShift.apply(clip, new TimeShift(seconds).draw(clip.frames(), clip.rateHz(), random));
  }

  private Sound cropped(Sound clip, int most) {
    RandomCrop crop = new RandomCrop(most);
    return crop.apply(clip, crop.draw(clip.frames(), random));
  }

  @Test
  void shiftsMoveBothWaysAndSilenceComesIn() {
    Sound clip = Sound.mono(1000, 1, 2, 3, 4, 5);
    Set<List<Float>> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      float[] samples = shifted(clip, 0.002).channel(0);
      seen.add(List.of(samples[0], samples[1], samples[2], samples[3], samples[4]));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            List.of(3f, 4f, 5f, 0f, 0f),
            List.of(2f, 3f, 4f, 5f, 0f),
            List.of(1f, 2f, 3f, 4f, 5f),
            List.of(0f, 1f, 2f, 3f, 4f),
            List.of(0f, 0f, 1f, 2f, 3f));
  }

  @Test
  void aShiftLeavesAtLeastOneSample() {
    Sound clip = Sound.mono(1000, 1, 2);
    for (int i = 0; i < 50; i++) {
      assertThat(shifted(clip, 60).rms()).isPositive();
    }
    assertThat(shifted(Sound.mono(1000, 1), 60)).isEqualTo(Sound.mono(1000, 1));
  }

  @Test
  void randomCropsReachBothEnds() {
    Sound clip = Sound.mono(1000, 0, 1, 2, 3);
    Set<Float> starts = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Sound part = cropped(clip, 2);
      assertThat(part.frames()).isEqualTo(2);
      assertThat(part.channel(0)[1]).isEqualTo(part.channel(0)[0] + 1);
      starts.add(part.channel(0)[0]);
    }
    assertThat(starts).containsExactlyInAnyOrder(0f, 1f, 2f);
    assertThat(cropped(clip, 4)).isSameAs(clip);
  }

  @Test
  void speedRaisesPitchAndShortens() {
    Sound clip = Sound.mono(RATE, Waves.sine(RATE, 400, 0.5, 8000));

    Sound faster = Speed.apply(clip, 1.1);

    assertThat(faster.frames()).isEqualTo(7273);
    float[] expected = Waves.sine(RATE, 440, 0.5, 7273);
    for (int i = 10; i < 7200; i++) {
      assertThat(faster.channel(0)[i]).isCloseTo(expected[i], within(2e-3f));
    }
  }

  @Test
  void speedReadsTheCubicThroughTheFourSamplesAround() {
    float[] samples = Waves.noise(new SplittableRandom(3), 1, 200);
    for (double factor : new double[] {0.25, 0.7, 0.937, 1.1234, 4}) {
      float[] read = Speed.apply(Sound.mono(RATE, samples), factor).channel(0);

      assertThat(read).hasSize((int) Math.round(200 / factor));
      for (int i = 0; i < read.length; i++) {
        assertThat(read[i]).isCloseTo((float) cubic(samples, i * factor), within(1e-5f));
      }
    }
  }

  /** Goes through both samples around a place, there with the slope between its neighbours. */
  private static double cubic(float[] samples, double place) {
    int at = (int) place;
    double t = place - at;
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      y[i] = samples[Math.max(0, Math.min(samples.length - 1, at - 1 + i))];
    }
    double slope = (y[2] - y[0]) / 2;
    double nextSlope = (y[3] - y[1]) / 2;
    // Hermite's form: values and slopes at both ends
    return y[1] * (1 + 2 * t) * (1 - t) * (1 - t)
        + slope * t * (1 - t) * (1 - t)
        + y[2] * t * t * (3 - 2 * t)
        + nextSlope * t * t * (t - 1);
  }

  @Test
  void speedFactorsFillTheirRange() {
    Sound clip = Sound.mono(RATE, new float[9000]);
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (int i = 0; i < 200; i++) {
      int frames = Speed.apply(clip, new Speed(0.9, 1.5).draw(random)).frames();
      shortest = Math.min(shortest, frames);
      longest = Math.max(longest, frames);
    }
    assertThat(shortest).isBetween(6000, 6100);
    assertThat(longest).isBetween(9900, 10_000);
  }

  @Test
  void speedOneIsTheClip() {
    Sound clip = Waves.tone(RATE, 100);

    assertThat(Speed.apply(clip, new Speed(1, 1).draw(random))).isSameAs(clip);
  }

  @Test
  void longClipsAreCroppedBeforeNoiseIsMeasured() {
    float[] samples = Arrays.copyOf(Waves.sine(RATE, 440, 0.001, 1000), 2000);
    Arrays.fill(samples, 1000, 2000, 1);

    Sound noisy =
        of(config(List.of(), false, 0, List.of(20.0, 20.0), 0), 1000)
            .augment(Sound.mono(RATE, samples), random);

    assertThat(noisy.frames()).isEqualTo(1000);
    assertThat(noisy.rms()).isLessThan(0.001);
  }

  @Test
  void allChannelsAreShiftedAndCroppedAlike() {
    Sound clip = new Sound(1000, new float[][] {Waves.ramp(1, 50), Waves.ramp(-1, 50)});

    Sound changed =
        of(config(List.of(0.9, 1.1), true, 0.01, List.of(), 3), 30).augment(clip, random);

    assertThat(changed.frames()).isEqualTo(30);
    for (int i = 0; i < 30; i++) {
      assertThat(changed.channel(1)[i]).isEqualTo(-changed.channel(0)[i]);
    }
  }

  /** Half as many samples a second: everything lies at the same time, and no noise is added. */
  @Test
  void aFollowerIsStretchedCutAndShiftedAlike() {
    SoundAugmentation followed =
        of(config(List.of(0.5, 2.0), true, 0.05, List.of(0.0, 0.0), 6), 1000);
    SoundAugmentation follower = of(AugmentationConfig.none(), 500);
    Sound clip = Sound.mono(RATE, Waves.ramp(1, 4000));
    Sound half = Sound.mono(RATE / 2, Waves.ramp(1, 2000));
    SoundAugmentation plain = of(AugmentationConfig.none(), 1000);
    for (int i = 0; i < 50; i++) {
      SoundGeometry geometry = followed.drawGeometry(clip, random);
      float[] first = plain.apply(clip, geometry, random).channel(0);
      float[] second = follower.apply(half, geometry, random).channel(0);
      assertThat(second).hasSize(500);
      for (int at = 5; at < 495; at++) {
        // one frame of rounding each in start and shift, in steps of the ramp of up to two
        boolean edge = first[2 * at] == 0 || second[at] == 0;
        if (!edge) {
          assertThat(2 * second[at]).isCloseTo(first[2 * at], within(8f));
        }
      }
    }
    assertThat(follower.isNone()).isTrue();
    assertThat(follower.drawGeometry(half, random)).isEqualTo(SoundGeometry.NONE);
  }
}
