package io.perceiver.audio;

import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.position.ChannelOrder;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.audio.augment.SoundAugmentation;
import io.perceiver.audio.augment.SpecAugment;
import io.perceiver.audio.mel.MelGrid;
import io.perceiver.audio.mel.Standardisation;
import io.perceiver.audio.signal.Sound;
import java.util.List;
import java.util.Optional;

/** The modality {@code audio}. */
public final class AudioPlugin implements ModalityPlugin<AudioConfig, Sound> {
  // up to the grid's own Nyquist frequency; few, as clips of words are tens of elements long
  private static final int TIME_BANDS = 16;
  private static final int FREQUENCY_BANDS = 4;

  @Override
  public String name() {
    return "audio";
  }

  @Override
  public AudioConfig defaults() {
    return AudioConfig.defaults();
  }

  @Override
  public Modality<Sound> create(AudioConfig config) {
    return new Modality<>(
        new SoundReader(config),
        augmentation(config),
        tokenizer(config),
        positions(config.tokens()),
        InputAdapter.identity());
  }

  private static SoundAugmentation augmentation(AudioConfig config) {
    Optional<SpecAugment> masks =
        SpecAugment.of(
            config.augmentation(),
            MelGrid.of(config.mel(), config.channels()),
            config.mel().standardise() != Standardisation.NONE);
    return new SoundAugmentation(config.augmentation(), config.crop(), config.maxSamples(), masks);
  }

  private static Tokenizer<Sound> tokenizer(AudioConfig config) {
    return switch (config.tokens()) {
      case MEL -> new MelTokenizer(config);
      case WAVEFORM -> new WaveformTokenizer(config);
    };
  }

  private static PositionEncoding positions(AudioTokens tokens) {
    return switch (tokens) {
      case MEL ->
          new FourierFeatures(
              List.of(TIME_BANDS, FREQUENCY_BANDS), List.of(), ChannelOrder.PAPER, true, false);
      case WAVEFORM -> FourierFeatures.of(TIME_BANDS);
    };
  }
}
