package io.perceiver.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Setting;
import io.perceiver.audio.augment.AugmentationConfig;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.mel.MelScale;
import io.perceiver.audio.mel.Standardisation;
import io.perceiver.audio.signal.Crop;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AudioConfigTest {

  @Test
  void defaultsAreSpeechAt16Kilohertz() {
    assertThat(new AudioPlugin().defaults())
        .isEqualTo(
            new AudioConfig(
                16_000,
                1,
                2,
                60,
                Crop.START,
                AudioTokens.MEL,
                128,
                Scaling.RMS,
                mel(25, 10, 64, 20, Optional.empty(), 80, 2, Optional.empty()),
                new AugmentationConfig(List.of(), false, 0, List.of(), 0, 0, 8, 0, 8)));
  }

  private static MelConfig mel(
      double window,
      double hop,
      int bands,
      double minHz,
      Optional<Double> maxHz,
      double floor,
      int frames,
      Optional<Integer> elementBands) {
    return new MelConfig(
        window,
        hop,
        bands,
        minHz,
        maxHz,
        floor,
        frames,
        elementBands,
        Standardisation.CLIP,
        MelScale.HTK,
        false,
        false);
  }

  @Test
  void everySettingIsExplained() {
    Stream.of(AudioConfig.class, MelConfig.class, AugmentationConfig.class)
        .flatMap(type -> Stream.of(type.getRecordComponents()))
        .forEach(component -> assertExplained(component));
  }

  private static void assertExplained(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    assertThat(setting).as(component.toString()).isNotNull();
    assertThat(setting.value()).as(component.toString()).isNotBlank().doesNotEndWith(".");
  }

  static Stream<Arguments> violations() {
    MelConfig usual = MelConfig.defaults();
    Optional<Double> top = Optional.empty();
    Optional<Integer> all = Optional.empty();
    return Stream.of(
        violation(
            () -> AudioConfig.ofMel(999, 1, usual),
            "sampleRateHz: 999 is not allowed; allowed: 1000 to 192000"),
        violation(
            () -> AudioConfig.defaults().withChannels(65),
            "channels: 65 is not allowed; allowed: 1 to 64"),
        violation(
            () -> AudioConfig.ofMel(8000, 0, usual),
            "maxSeconds: 0.0 is not allowed; allowed: 0.01 to 3600"),
        violation(
            () -> AudioConfig.defaults().withMaxSourceSeconds(Double.NaN),
            "maxSourceSeconds: NaN is not allowed; allowed: 0.01 to 3600"),
        violation(
            () -> AudioConfig.defaults().withMaxSourceSeconds(1),
            "maxSourceSeconds: 1.0 is not allowed; allowed: at least maxSeconds, 2.0"),
        violation(
            () -> AudioConfig.ofWaveform(8000, 1, 0),
            "patch: 0 is not allowed; allowed: 1 to 65536"),
        violation(
            () -> AudioConfig.ofWaveform(192_000, 60, 1),
            "maxSeconds: 60.0 is not allowed; allowed: what gives at most 1048576 elements; this"
                + " gives 11520000"),
        violation(
            () ->
                AudioConfig.ofWaveform(8000, 1, 8)
                    .withAugmentation(AugmentationConfig.none().withTimeMasks(1, 2)),
            "augmentation: a mask of a spectrogram is not allowed; allowed: timeMasks and"
                + " frequencyMasks only with tokens: mel"),
        violation(
            () -> AudioConfig.ofMel(8000, 1, mel(25, 10, 64, 20, Optional.of(7600.0), 80, 1, all)),
            "mel.maxHz: 7600.0 is not allowed; allowed: at most 4000.0, half of sampleRateHz"),
        violation(
            () -> AudioConfig.ofMel(8000, 1, mel(25, 10, 64, 5000, top, 80, 1, all)),
            "mel.minHz: 5000.0 is not allowed; allowed: below the highest band, 4000.0"),
        violation(
            () -> AudioConfig.ofMel(8000, 1, mel(25, 10, 200, 20, top, 80, 1, all)),
            "mel.melBands: 200 is not allowed; allowed: so few that a window of 25.0 ms tells them"
                + " apart; "),
        violation(
            () -> AudioConfig.ofMel(1000, 1, mel(1, 0.1, 1, 20, top, 80, 1, all)),
            "mel.windowMs: 1.0 is not allowed; allowed: at least 2 samples at 1000 Hz"),
        violation(
            () -> AudioConfig.ofMel(1000, 1, mel(25, 0.1, 8, 20, top, 80, 1, all)),
            "mel.hopMs: 0.1 is not allowed; allowed: at least 1 sample at 1000 Hz"),
        violation(
            () -> mel(0, 10, 64, 20, top, 80, 1, all),
            "windowMs: 0 is not allowed; allowed: 0.1 to 1000"),
        violation(
            () -> mel(25, 2000, 64, 20, top, 80, 1, all),
            "hopMs: 2000 is not allowed; allowed: 0.1 to 1000"),
        violation(
            () -> mel(25, 10, 0, 20, top, 80, 1, all),
            "melBands: 0 is not allowed; allowed: 1 to 1024"),
        violation(
            () -> mel(25, 10, 64, -1, top, 80, 1, all),
            "minHz: -1.0 is not allowed; allowed: 0 or more"),
        violation(
            () -> mel(25, 10, 64, 100, Optional.of(100.0), 80, 1, all),
            "maxHz: 100.0 is not allowed; allowed: above minHz, 100.0"),
        violation(
            () -> mel(25, 10, 64, 20, top, 0.5, 1, all),
            "floorDb: 0.5 is not allowed; allowed: 1 to 200"),
        violation(
            () -> mel(25, 10, 64, 20, top, 80, 0, all),
            "framesPerElement: 0 is not allowed; allowed: 1 to 4096"),
        violation(
            () -> mel(25, 10, 64, 20, top, 80, 1, Optional.of(7)),
            "bandsPerElement: 7 is not allowed; allowed: a divisor of melBands, 64"));
  }

  private static Arguments violation(Supplier<Record> config, String message) {
    return Arguments.of(config, message);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void refusesWithKeyValueAndWhatIsAllowed(Supplier<Record> config, String message) {
    assertThatThrownBy(config::get)
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    InvalidSpecException refused =
        catchThrowableOfType(
            InvalidSpecException.class,
            () ->
                new AudioConfig(
                    0,
                    0,
                    -1,
                    -1,
                    Crop.CENTRE,
                    AudioTokens.WAVEFORM,
                    -1,
                    Scaling.NONE,
                    MelConfig.defaults(),
                    AugmentationConfig.none().withFrequencyMasks(1, 1)));

    assertThat(refused.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly(
            "sampleRateHz", "channels", "maxSeconds", "maxSourceSeconds", "patch", "augmentation");
  }

  @Test
  void whatOtherTokensNeedMayNotFit() {
    AudioConfig waveform = AudioConfig.ofWaveform(8000, 1, 128);

    AudioConfig config =
        new AudioConfig(
            8000,
            1,
            1,
            60,
            Crop.START,
            AudioTokens.WAVEFORM,
            128,
            Scaling.RMS,
            mel(25, 10, 64, 20, Optional.of(7600.0), 80, 1, Optional.empty()),
            AugmentationConfig.none());

    assertThat(config.maxSamples()).isEqualTo(waveform.maxSamples()).isEqualTo(8000);
  }
}
