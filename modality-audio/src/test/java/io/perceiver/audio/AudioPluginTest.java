package io.perceiver.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.audio.augment.AugmentationConfig;
import io.perceiver.audio.file.WavBytes;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudioPluginTest {
  private final AudioPlugin plugin = new AudioPlugin();

  @Test
  void isFoundAsAServiceByItsName() {
    assertThat(ServiceLoader.load(ModalityPlugin.class))
        .anySatisfy(
            found -> {
              assertThat(found).isInstanceOf(AudioPlugin.class);
              assertThat(found.name()).isEqualTo("audio");
            });
  }

  @Test
  void theConfigurationDecidesTheElements() {
    assertThat(plugin.create(plugin.defaults()).tokenizer()).isInstanceOf(MelTokenizer.class);
    assertThat(plugin.create(AudioConfig.ofWaveform(16_000, 1, 128)).tokenizer())
        .isInstanceOf(WaveformTokenizer.class);
  }

  @Test
  void augmentationIsOffUnlessConfigured() {
    AudioConfig masked =
        plugin.defaults().withAugmentation(AugmentationConfig.none().withTimeMasks(1, 5));

    assertThat(plugin.create(plugin.defaults()).augmentation().isNone()).isTrue();
    assertThat(plugin.create(masked).augmentation().isNone()).isFalse();
  }

  @Test
  void spectrogramsHavePositionsInTimeAndFrequency() {
    Modality<Sound> modality =
        plugin.create(AudioConfig.ofMel(8000, 1, MelConfig.defaults().withElements(4, 16)));
    FourierFeatures positions = (FourierFeatures) modality.positionEncoding();
    ByteArraySpec spec = modality.tokenizer().spec();

    assertThat(spec.axes()).isEqualTo(2);
    assertThat(positions.channels(spec)).isEqualTo((2 * 16 + 1) + (2 * 4 + 1));
    assertThat(positions.frequencies(spec)[0][15]).isEqualTo(12.5);
    assertThat(positions.frequencies(spec)[1][3]).isEqualTo(2);
  }

  @Test
  void waveformsHavePositionsInTime() {
    Modality<Sound> modality = plugin.create(AudioConfig.ofWaveform(8000, 1, 100));
    FourierFeatures positions = (FourierFeatures) modality.positionEncoding();
    ByteArraySpec spec = modality.tokenizer().spec();

    assertThat(spec.axes()).isEqualTo(1);
    assertThat(positions.channels(spec)).isEqualTo(2 * 16 + 1);
    assertThat(positions.frequencies(spec)[0][15]).isEqualTo(40);
  }

  @Test
  void filesAreReadInTheModelsRateAndChannels() throws IOException {
    byte[] file = WavBytes.of16Bits(44_100, 2, Waves.sine(44_100, 440, 0.5, 4410));

    Sound sound =
        plugin
            .create(AudioConfig.ofWaveform(16_000, 1, 128).withChannels(2))
            .reader()
            .read(new MemorySource("a.wav", file));

    assertThat(sound.rateHz()).isEqualTo(16_000);
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.frames()).isEqualTo(800);
  }

  @Test
  void noMoreOfAFileIsKeptThanConfigured() throws IOException {
    byte[] file = WavBytes.of16Bits(1000, 1, new float[5000]);
    AudioConfig config = AudioConfig.ofWaveform(2000, 1, 128).withMaxSourceSeconds(2.5);

    Sound sound = plugin.create(config).reader().read(new MemorySource("a.wav", file));

    assertThat(sound.frames()).isEqualTo(5000);
  }

  @Test
  void eightThreadsTokenizeAsOne() throws Exception {
    AudioConfig config = AudioConfig.ofMel(8000, 1, MelConfig.defaults().withElements(3, 16));
    List<Sound> sounds =
        IntStream.range(0, 30)
            .mapToObj(
                i -> Sound.mono(8000, Waves.noise(new SplittableRandom(i), 0.1, 500 + 200 * i)))
            .toList();
    List<float[]> alone = tokenize(config, sounds);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<float[]>>> together =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> tokenize(config, sounds)))
              .toList();
      for (Future<List<float[]>> result : together) {
        for (int i = 0; i < alone.size(); i++) {
          assertThat(result.get().get(i)).isEqualTo(alone.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<float[]> tokenize(AudioConfig config, List<Sound> sounds) {
    return sounds.stream().map(sound -> TokenizerTest.tokenize(config, sound)).toList();
  }
}
