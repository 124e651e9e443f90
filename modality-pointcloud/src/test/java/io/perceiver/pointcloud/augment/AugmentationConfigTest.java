package io.perceiver.pointcloud.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.pointcloud.cloud.Axis;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationConfigTest {
  private static final List<Double> NONE = List.of();

  private static AugmentationConfig config(
      double dropout, List<Double> scale, List<Axis> flips, double rotation, double jitter) {
    return new AugmentationConfig(
        false, dropout, NONE, scale, flips, rotation, Axis.Z, jitter, 0.05, 0);
  }

  @Test
  void everythingIsOffByDefault() {
    assertThat(AugmentationConfig.none()).isEqualTo(config(0, NONE, List.of(), 0, 0));
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(() -> config(1, NONE, List.of(), 0, 0), "dropout: 1.0", "0 to 0.99"),
        violation(
            () -> config(0, List.of(1.0), List.of(), 0, 0),
            "scale: [1.0]",
            "[] or two numbers from 0.01 to 100, the smaller first"),
        violation(() -> config(0, List.of(2.0, 1.0), List.of(), 0, 0), "scale: [2.0, 1.0]", "[]"),
        violation(() -> config(0, List.of(0.0, 1.0), List.of(), 0, 0), "scale: [0.0, 1.0]", "[]"),
        violation(
            () -> config(0, NONE, List.of(Axis.X, Axis.X), 0, 0),
            "flips: [X, X]",
            "each of x, y, z once"),
        violation(() -> config(0, NONE, List.of(), 181, 0), "rotation: 181.0", "0 to 180"),
        violation(() -> config(0, NONE, List.of(), 0, Double.NaN), "jitter: NaN", "0 to 1"));
  }

  private static Arguments violation(
      Supplier<AugmentationConfig> config, String found, String allowed) {
    return Arguments.of(config, found + " is not allowed; allowed: " + allowed);
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
    List<Double> one = List.of(1.0);
    InvalidSpecException refused =
        catchThrowableOfType(
            InvalidSpecException.class,
            () ->
                new AugmentationConfig(
                    false, -1, one, one, List.of(Axis.X, Axis.X), -1, Axis.X, -1, -1, -1));

    assertThat(refused.problems()).hasSize(8);
  }
}
