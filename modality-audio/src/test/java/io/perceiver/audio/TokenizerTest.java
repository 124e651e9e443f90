package io.perceiver.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Tokenizer;
import io.perceiver.audio.mel.LogMel;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.mel.Standardisation;
import io.perceiver.audio.signal.Crop;
import io.perceiver.audio.signal.Sound;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTest {
  private static final MelConfig MEL = MelConfig.defaults().withStandardise(Standardisation.NONE);

  static float[] tokenize(AudioConfig config, Sound sound) {
    Tokenizer<Sound> tokenizer = new AudioPlugin().create(config).tokenizer();
    FloatBuffer content =
        FloatBuffer.allocate(tokenizer.elements(sound) * tokenizer.spec().channels());
    tokenizer.tokenize(sound, content, FloatBuffer.allocate(0));
    assertThat(content.hasRemaining()).isFalse();
    return content.array();
  }

  @Test
  void aWaveformIsCutIntoPatches() {
    AudioConfig config = waveform(4, Scaling.NONE);

    assertThat(tokenize(config, Sound.mono(1000, 1, 2, 3, 4, 5, 6)))
        .containsExactly(1, 2, 3, 4, 5, 6, 0, 0);
    assertThat(new WaveformTokenizer(config).spec())
        .isEqualTo(ByteArraySpec.grid(4, "4 samples of sound", 25));
  }

  private static AudioConfig waveform(int patch, Scaling scaling) {
    return AudioConfig.ofWaveform(1000, 0.1, patch).withScaling(scaling);
  }

  @Test
  void channelsLieSideBySideInAPatch() {
    AudioConfig config = waveform(2, Scaling.NONE).withChannels(2);
    Sound sound = new Sound(1000, new float[][] {{1, 2, 3}, {-1, -2, -3}});

    assertThat(tokenize(config, sound)).containsExactly(1, -1, 2, -2, 3, -3, 0, 0);
    assertThat(new WaveformTokenizer(config).spec().channels()).isEqualTo(4);
  }

  @Test
  void aWaveformIsScaledToRmsOrPeak() {
    Sound sound = Sound.mono(1000, 0.1f, -0.7f, 0.5f, -0.5f);

    // the mean square is 0.25
    assertThat(tokenize(waveform(4, Scaling.RMS), sound))
        .containsExactly(new float[] {0.2f, -1.4f, 1, -1}, within(1e-6f));
    assertThat(tokenize(waveform(4, Scaling.PEAK), sound))
        .containsExactly(new float[] {1 / 7f, -1, 5 / 7f, -5 / 7f}, within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource
  void silenceStaysSilence(Scaling scaling) {
    assertThat(tokenize(waveform(4, scaling), Sound.mono(1000, new float[8]))).containsOnly(0);
  }

  @Test
  void longClipsKeepTheirStartOrTheirCentre() {
    AudioConfig start = AudioConfig.ofWaveform(1000, 0.01, 5).withScaling(Scaling.NONE);
    Sound sound = Sound.mono(1000, Waves.ramp(1, 16));

    assertThat(tokenize(start, sound)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(tokenize(start.withCrop(Crop.CENTRE), sound))
        .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "1, 1", "2, 32", "3, 16", "5, 8"})
  void aSpectrogramIsCutIntoRectangles(int frames, int bands) {
    AudioConfig config = AudioConfig.ofMel(8000, 1, MEL.withElements(frames, bands));
    Sound sound = Waves.tone(8000, 1000);
    float[] spectrogram = new LogMel(MEL, 8000).of(sound);
    int frameCount = spectrogram.length / 64;
    assertThat(frameCount).isEqualTo(11);

    float[] elements = tokenize(config, sound);

    int columns = (frameCount + frames - 1) / frames;
    int rows = 64 / bands;
    assertThat(elements).hasSize(columns * frames * 64);
    for (int element = 0; element < columns * rows; element++) {
      for (int inside = 0; inside < frames * bands; inside++) {
        int frame = element / rows * frames + inside / bands;
        int band = element % rows * bands + inside % bands;
        float expected = frame < frameCount ? spectrogram[frame * 64 + band] : -1;
        assertThat(elements[element * frames * bands + inside])
            .as("frame " + frame + ", band " + band)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingFramesAreTheFloorOrTheMean(Standardisation standardisation) {
    MelConfig mel = MelConfig.defaults().withElements(50, 64).withStandardise(standardisation);

    float[] elements = tokenize(AudioConfig.ofMel(8000, 1, mel), Waves.tone(8000, 1000));

    assertThat(elements).hasSize(50 * 64);
    assertThat(Arrays.copyOfRange(elements, 11 * 64, 50 * 64))
        .containsOnly(standardisation == Standardisation.NONE ? -1 : 0);
  }

  @Test
  void theGridIsThatOfTheLongestClip() {
    AudioConfig config = AudioConfig.ofMel(8000, 1, MEL.withElements(4, 16));

    // frames of 200 samples every 80: 1 + 7800 / 80, rounded up, are 99; 25 fours
    assertThat(new MelTokenizer(config).spec())
        .isEqualTo(ByteArraySpec.grid(64, "4 × 16 frames × mel bands of sound", 25, 4));
    assertThat(new MelTokenizer(config).elements(Waves.tone(8000, 8000))).isEqualTo(100);
    assertThat(new MelTokenizer(config).elements(Waves.tone(8000, 80_000))).isEqualTo(100);
    assertThat(new MelTokenizer(config).elements(Waves.tone(8000, 1))).isEqualTo(4);
  }

  @Test
  void multichannelSpectrogramsHaveAllChannelsInAnElement() {
    AudioConfig config = AudioConfig.ofMel(8000, 1, MEL.withElements(2, 32)).withChannels(2);
    float[] left = Waves.sine(8000, 440, 0.5, 2000);
    float[] right = new float[2000];

    float[] elements = tokenize(config, new Sound(8000, new float[][] {left, right}));

    assertThat(new MelTokenizer(config).spec().channels()).isEqualTo(2 * 32 * 2);
    boolean heard = false;
    for (int i = 0; i < elements.length; i += 2) {
      assertThat(elements[i + 1]).isCloseTo(-1, within(1e-6f));
      heard |= elements[i] > 0.9;
    }
    assertThat(heard).isTrue();
  }

  @Test
  void anotherRateOtherChannelsAndNoSampleAreRefused() {
    MelTokenizer tokenizer = new MelTokenizer(AudioConfig.defaults());

    assertThatThrownBy(() -> tokenizer.elements(Waves.tone(8000, 10)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith(
            "sound of 1 × 10 samples at 8000 Hz, expected 1 channels at 16000 Hz");
    assertThatThrownBy(() -> tokenizer.elements(new Sound(16000, new float[2][5])))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("sound of 2 × 5 samples");
    assertThatThrownBy(() -> tokenizer.elements(Sound.mono(16000)))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("a sound without samples has no element");
  }
}
