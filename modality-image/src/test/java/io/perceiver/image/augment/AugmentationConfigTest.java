package io.perceiver.image.augment;

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
  private static final List<Double> ASPECT = List.of(0.75, 4.0 / 3);

  @Test
  void everythingIsOffByDefault() {
    assertThat(AugmentationConfig.none())
        .isEqualTo(new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 0, 0, 0, 5, 0));
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(
            () -> new AugmentationConfig(List.of(0.5), ASPECT, 0, 0, 0, 0, 0, 0, 5, 0),
            "cropArea: [0.5] is not allowed; allowed: [] or two numbers above 0 and at most 1, the"
                + " smaller first"),
        violation(
            () -> new AugmentationConfig(List.of(0.0, 1.0), ASPECT, 0, 0, 0, 0, 0, 0, 5, 0),
            "cropArea: [0.0, 1.0] is not allowed"),
        violation(
            () -> new AugmentationConfig(List.of(0.9, 0.1), ASPECT, 0, 0, 0, 0, 0, 0, 5, 0),
            "cropArea: [0.9, 0.1] is not allowed"),
        violation(
            () -> new AugmentationConfig(List.of(), List.of(0.01, 1.0), 0, 0, 0, 0, 0, 0, 5, 0),
            "cropAspect: [0.01, 1.0] is not allowed; allowed: two numbers from 0.1 to 10, the"
                + " smaller first"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 1.5, 0, 0, 0, 0, 0, 5, 0),
            "flip: 1.5 is not allowed; allowed: 0 to 1"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, -1, 0, 0, 0, 0, 5, 0),
            "shift: -1 is not allowed; allowed: 0 to 4096"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, -0.1, 0, 0, 0, 5, 0),
            "brightness: -0.1 is not allowed; allowed: 0 to 1"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 2, 0, 0, 5, 0),
            "contrast: 2.0 is not allowed; allowed: 0 to 1"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 0, Double.NaN, 0, 5, 0),
            "saturation: NaN is not allowed; allowed: 0 to 1"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 0, 0, 17, 5, 0),
            "randAugmentOperations: 17 is not allowed; allowed: 0 to 16"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 0, 0, 0, 11, 0),
            "randAugmentMagnitude: 11.0 is not allowed; allowed: 0 to 10"),
        violation(
            () -> new AugmentationConfig(List.of(), ASPECT, 0, 0, 0, 0, 0, 0, 5, 256),
            "fill: 256 is not allowed; allowed: 0 to 255"));
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
            () -> new AugmentationConfig(List.of(2.0), List.of(), -1, -1, -1, -1, -1, -1, -1, -1));

    assertThat(refused.problems()).hasSize(10);
  }
}
