package io.perceiver.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueSource;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Sounds in memory come in the rate, channels and length of the model. */
class SoundValuesTest {
  private static final AudioConfig CONFIG = AudioConfig.defaults();
  private static final SoundReader READER = new SoundReader(CONFIG);

  private static Sound read(Sound sound, SoundReader reader) throws IOException {
    return new ValueSource("a", sound).readBy(reader);
  }

  @Test
  void aSoundOfTheModelsRateStaysAsItIs() throws IOException {
    Sound sound = Sound.mono(CONFIG.sampleRateHz(), 0.5f, -0.25f, 0);
    assertThat(read(sound, READER)).isEqualTo(sound);
  }

  @Test
  void otherRatesAreResampledAndChannelsMixed() throws IOException {
    int rate = 2 * CONFIG.sampleRateHz();
    Sound stereo = new Sound(rate, new float[][] {new float[rate], new float[rate]});
    Sound read = read(stereo, READER);
    assertThat(read.rateHz()).isEqualTo(CONFIG.sampleRateHz());
    assertThat(read.channels()).isEqualTo(1);
    assertThat(read.frames()).isEqualTo(CONFIG.sampleRateHz());
    Sound pair = new Sound(CONFIG.sampleRateHz(), new float[][] {{1, 0}, {0, 0.5f}});
    assertThat(read(pair, READER).channel(0)).containsExactly(0.5f, 0.25f);
  }

  @Test
  void longSoundsAreCutAndWrongSamplesRefused() throws IOException {
    SoundReader shortest =
        new SoundReader(
            CONFIG.with(
                c -> {
                  c.maxSourceSeconds = c.maxSeconds;
                }));
    int longest = (int) Math.ceil(CONFIG.maxSeconds() * CONFIG.sampleRateHz());
    Sound sound = Sound.mono(CONFIG.sampleRateHz(), new float[longest + 100]);
    assertThat(read(sound, shortest).frames()).isEqualTo(longest);
    assertThatThrownBy(() -> read(Sound.mono(CONFIG.sampleRateHz(), 0, Float.NaN), READER))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("sample 1 of channel 0 is NaN");
    assertThatThrownBy(() -> read(Sound.mono(CONFIG.sampleRateHz()), READER))
        .hasMessageContaining("holds no sound");
  }
}
