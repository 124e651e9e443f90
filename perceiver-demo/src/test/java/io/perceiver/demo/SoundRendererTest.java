package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundRendererTest {
  private static final SoundDifficulty DIFFICULTY = SoundDifficulty.DEFAULT;
  private static final SoundDifficulty CLEAN = new SoundDifficulty(400, 400, 0.1, 0.1, 0);
  private static final int EACH = 200;

  private final SoundRenderer renderer = new SoundRenderer(DIFFICULTY);

  @ParameterizedTest
  @EnumSource
  void aStatisticMadeByHandHearsNearlyEverySound(Sound sound) {
    assertThat(
            IntStream.range(0, EACH)
                .filter(i -> SoundStatistics.of(samples(sound, i)).sound() == sound)
                .count())
        .isGreaterThanOrEqualTo(EACH * 9 / 10);
  }

  @Test
  void loudnessDoesNotTellTheSound() {
    Map<Sound, double[]> levels = new EnumMap<>(Sound.class);
    for (Sound sound : Sound.values()) {
      levels.put(
          sound,
          IntStream.range(0, EACH)
              .mapToDouble(
                  i -> Math.log(rootMeanSquare(samples(sound, 1000 * sound.ordinal() + i))))
              .toArray());
    }
    assertThat(new OneWayAnova().anovaPValue(levels.values())).isGreaterThan(0.001);
  }

  @Test
  void nothingIsCutOff() {
    for (Sound sound : Sound.values()) {
      for (int i = 0; i < EACH; i++) {
        assertThat(Arrays.stream(samples(sound, i)).map(Math::abs).max().orElseThrow())
            .isLessThan(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutNoiseTheLoudnessIsTheVoicesAndTheRestIsSilence(Sound sound) {
    double[] samples = new SoundRenderer(CLEAN).samples(sound, new Random(4));
    assertThat(rootMeanSquare(samples)).isCloseTo(0.1, within(1e-12));
    Voice voice = Voice.draw(CLEAN, new Random(4));
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / SoundRenderer.RATE;
      if (time < voice.onset() || time > voice.onset() + voice.duration()) {
        assertThat(samples[i]).isZero();
      }
    }
  }

  @Test
  void aHumHasThePitchAsked() {
    double[] samples = new SoundRenderer(CLEAN).samples(Sound.HUM, new Random(4));
    Voice voice = Voice.draw(CLEAN, new Random(4));
    long crossings =
        IntStream.range(1, samples.length)
            .filter(i -> samples[i] > 0 && samples[i - 1] <= 0)
            .count();
    assertThat(crossings / voice.duration()).isCloseTo(400, within(5.0));
  }

  @Test
  void aFallIsARiseBackwards() {
    Voice voice = Voice.draw(DIFFICULTY, new Random(1));
    assertThat(Sound.RISE.octaves(voice, 0)).isEqualTo(-voice.glideOctaves() / 2);
    assertThat(Sound.RISE.octaves(voice, 1)).isEqualTo(voice.glideOctaves() / 2);
    for (double share = 0; share <= 1; share += 0.125) {
      assertThat(Sound.FALL.octaves(voice, share)).isEqualTo(Sound.RISE.octaves(voice, 1 - share));
    }
  }

  @Test
  void voicesStayWithinTheSettings() {
    for (int seed = 0; seed < 1000; seed++) {
      Voice voice = Voice.draw(DIFFICULTY, new Random(seed));
      assertThat(voice.onset()).isBetween(0.0, SoundRenderer.SECONDS - voice.duration());
      assertThat(voice.pitchHz()).isBetween(DIFFICULTY.minPitchHz(), DIFFICULTY.maxPitchHz());
      assertThat(voice.loudness()).isBetween(DIFFICULTY.minLoudness(), DIFFICULTY.maxLoudness());
      assertThat(voice.noise() / voice.loudness()).isBetween(0.0, DIFFICULTY.maxNoise());
      double highest = voice.pitchHz() * Math.pow(2, voice.glideOctaves() / 2);
      assertThat(3 * highest).as("third harmonic").isLessThan(SoundRenderer.RATE / 2.0);
    }
  }

  @Test
  void theFileHoldsTheSamplesAsOrdinaryReadersHearThem() throws Exception {
    byte[] file = renderer.render(Kind.LANDER, new Random(5));
    double[] samples = renderer.samples(Sound.FALL, new Random(5));
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(audio.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
      assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
      assertThat(audio.getFormat().getChannels()).isOne();
      assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
      ByteBuffer data = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(data.remaining()).isEqualTo(2 * SoundRenderer.SAMPLES);
      for (double sample : samples) {
        assertThat(data.getShort() / 32767.0).isCloseTo(sample, within(0.5001 / 32767));
      }
    }
  }

  @Test
  void whatIsTooLoudIsCutOffNotWrappedAround() {
    byte[] file = PlainWav.encode(8000, new double[] {2, -2});
    ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(44);
    List<Short> heard = new ArrayList<>(List.of(data.getShort(), data.getShort()));
    assertThat(heard).containsExactly((short) 32767, (short) -32767);
  }

  private double[] samples(Sound sound, int seed) {
    return renderer.samples(sound, new Draws(seed).of("audio", Split.TRAIN, 0));
  }

  private static double rootMeanSquare(double[] samples) {
    double squares = 0;
    for (double sample : samples) {
      squares += sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }
}
