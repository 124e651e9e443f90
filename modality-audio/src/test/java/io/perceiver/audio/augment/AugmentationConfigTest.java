package io.perceiver.audio.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationConfigTest {

  private static AugmentationConfig with(
      List<Double> speed, double shift, List<Double> noise, double gain) {
    return new AugmentationConfig(speed, false, shift, noise, gain, 0, 8, 0, 8);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(
            () -> with(List.of(0.9), 0, List.of(), 0),
            "speed: [0.9] is not allowed; allowed: [] or two numbers from 0.25 to 4.0, the smaller"
                + " first"),
        violation(
            () -> with(List.of(1.1, 0.9), 0, List.of(), 0), "speed: [1.1, 0.9] is not allowed"),
        violation(
            () -> with(List.of(0.0, 1.0), 0, List.of(), 0), "speed: [0.0, 1.0] is not allowed"),
        violation(
            () -> with(List.of(), -1, List.of(), 0),
            "shiftSeconds: -1.0 is not allowed; allowed: 0 to 60"),
        violation(
            () -> with(List.of(), 0, List.of(10.0, Double.NaN), 0),
            "noiseSnrDb: [10.0, NaN] is not allowed; allowed: [] or two numbers from -40.0 to"
                + " 100.0, the smaller first"),
        violation(
            () -> with(List.of(), 0, List.of(), 61),
            "gainDb: 61.0 is not allowed; allowed: 0 to 60"),
        violation(
            () -> AugmentationConfig.none().withTimeMasks(17, 8),
            "timeMasks: 17 is not allowed; allowed: 0 to 16"),
        violation(
            () -> AugmentationConfig.none().withTimeMasks(1, -8),
            "timeMaskFrames: -8 is not allowed; allowed: 0 to 4096"),
        violation(
            () -> AugmentationConfig.none().withFrequencyMasks(-1, 8),
            "frequencyMasks: -1 is not allowed; allowed: 0 to 16"),
        violation(
            () -> AugmentationConfig.none().withFrequencyMasks(1, 5000),
            "frequencyMaskBands: 5000 is not allowed; allowed: 0 to 4096"));
  }

  private static Arguments violation(Supplier<AugmentationConfig> config, String message) {
    return Arguments.of(config, message);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void refusesWithKeyValueAndWhatIsAllowed(Supplier<AugmentationConfig> config, String message) {
    assertThatThrownBy(config::get)
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    InvalidSpecException refused =
        catchThrowableOfType(
            InvalidSpecException.class,
            () -> new AugmentationConfig(List.of(2.0), true, -1, List.of(1.0), -1, -1, -1, -1, -1));

    assertThat(refused.problems()).hasSize(8);
  }
}
