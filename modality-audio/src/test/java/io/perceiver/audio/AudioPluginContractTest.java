package io.perceiver.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.audio.augment.AugmentationConfig;
import io.perceiver.audio.file.WavBytes;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.signal.Sound;
import io.perceiver.testkit.FollowedScene;
import io.perceiver.testkit.ModalityPluginContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

class AudioPluginContractTest {
  private static final int RATE_HZ = 8000;

  @Nested
  class AsSpectrogram extends Contract {
    @Override
    protected AudioConfig validConfig() {
      AugmentationConfig changes =
          new AugmentationConfig(List.of(0.9, 1.1), true, 0.02, List.of(10.0, 40.0), 6, 1, 4, 1, 4);
      return AudioConfig.ofMel(RATE_HZ, 0.25, MelConfig.defaults()).withAugmentation(changes);
    }
  }

  @Nested
  class AsWaveform extends Contract {
    @Override
    protected AudioConfig validConfig() {
      AugmentationConfig changes =
          new AugmentationConfig(List.of(0.9, 1.1), true, 0.02, List.of(10.0, 40.0), 6, 0, 0, 0, 0);
      return AudioConfig.ofWaveform(RATE_HZ, 0.25, 64).withAugmentation(changes);
    }
  }

  abstract static class Contract extends ModalityPluginContract<AudioConfig, Sound> {
    @Override
    protected ModalityPlugin<AudioConfig, Sound> plugin() {
      return new AudioPlugin();
    }

    @Override
    protected List<Sound> examples() {
      return List.of(
          Waves.tone(RATE_HZ, 1500),
          Sound.mono(RATE_HZ, Waves.noise(new SplittableRandom(1), 0.2, 2000)),
          Sound.mono(RATE_HZ, Waves.sine(RATE_HZ, 1200, 0.3, 1250)),
          Sound.mono(RATE_HZ, Waves.sine(RATE_HZ, 250, 0.9, 4000)));
    }

    /** A click in silence, recorded at two rates. */
    @Override
    protected List<FollowedScene<AudioConfig, Sound>> followedScenes() {
      AugmentationConfig moves =
          new AugmentationConfig(List.of(0.9, 1.1), true, 0.02, List.of(), 0, 0, 0, 0, 0);
      float[] scene = new float[3000];
      Arrays.fill(scene, 1200, 1240, 1);
      float[] view = new float[1500];
      Arrays.fill(view, 600, 620, 1);
      return List.of(
          new FollowedScene<>(
              AudioConfig.ofWaveform(RATE_HZ, 0.25, 64).withAugmentation(moves),
              Sound.mono(RATE_HZ, scene),
              AudioConfig.ofWaveform(RATE_HZ / 2, 0.25, 64),
              Sound.mono(RATE_HZ / 2, view),
              0.2,
              false));
    }

    @Override
    protected boolean isSame(Sound one, Sound other) {
      if (one.rateHz() != other.rateHz() || one.channels() != other.channels()) {
        return false;
      }
      for (int channel = 0; channel < one.channels(); channel++) {
        if (!Arrays.equals(one.channel(channel), other.channel(channel))) {
          return false;
        }
      }
      return true;
    }

    @Override
    protected Map<String, Supplier<AudioConfig>> invalidConfigs() {
      return Map.of(
          "sampleRateHz", () -> AudioConfig.ofWaveform(10, 1, 64),
          "maxSeconds", () -> AudioConfig.ofWaveform(RATE_HZ, 0, 64),
          "patch", () -> AudioConfig.ofWaveform(RATE_HZ, 1, 0),
          "channels", () -> validConfig().withChannels(0),
          "maxSourceSeconds", () -> validConfig().withMaxSourceSeconds(-1));
    }

    @Override
    protected Map<String, byte[]> sources() {
      float[] tone = Waves.sine(RATE_HZ, 440, 0.5, 1000);
      return Map.of(
          "tone.wav", WavBytes.of16Bits(RATE_HZ, 1, tone),
          "stereo.wav", WavBytes.ofFloats(RATE_HZ, 2, tone),
          "mono8.flac", stored("mono8.flac"),
          "mono16.ogg", stored("mono16.ogg"),
          "mono16.mp3", stored("mono16.mp3"));
    }

    private static byte[] stored(String name) {
      try (InputStream file = WavBytes.class.getResourceAsStream(name)) {
        return file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Map<String, byte[]> unreadableSources() {
      return Map.of(
          "text.wav", "no sound".getBytes(UTF_8), "silent.wav", WavBytes.of16Bits(RATE_HZ, 1));
    }
  }
}
