package io.perceiver.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Setting;
import io.perceiver.image.augment.AugmentationConfig;
import io.perceiver.image.idx.IdxConfig;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Filter;
import io.perceiver.image.raster.ResizeMode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigTest {

  @Test
  void defaultsAreColourPixelsOf32By32() {
    ImageConfig config = ImageConfig.defaults();

    assertThat(config)
        .isEqualTo(
            new ImageConfig(
                32,
                32,
                Colour.RGB,
                ImageTokens.PIXELS,
                4,
                ResizeMode.STRETCH,
                1,
                Filter.BILINEAR,
                255,
                List.of(),
                List.of(),
                List.of(),
                50_000_000,
                AugmentationConfig.none()));
    assertThat(new ImagePlugin().defaults()).isEqualTo(config);
  }

  @Test
  void everySettingIsExplained() {
    Stream.of(ImageConfig.class, AugmentationConfig.class, IdxConfig.class)
        .flatMap(type -> Stream.of(type.getRecordComponents()))
        .forEach(component -> assertExplained(component));
  }

  private static void assertExplained(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    assertThat(setting).as(component.toString()).isNotNull();
    assertThat(setting.value()).as(component.toString()).isNotBlank().doesNotEndWith(".");
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(
            () -> ImageConfig.ofPixels(0, 32, Colour.RGB),
            "height: 0 is not allowed; allowed: 1 to 4096"),
        violation(
            () -> ImageConfig.ofPixels(32, 4097, Colour.RGB),
            "width: 4097 is not allowed; allowed: 1 to 4096"),
        violation(
            () -> ImageConfig.ofPatches(12, 18, Colour.RGB, 5),
            "patch: 5 is not allowed; allowed: a divisor of height 12 and width 18: 1, 2, 3, 6"),
        violation(
            () -> ImageConfig.ofPatches(12, 18, Colour.RGB, 0),
            "patch: 0 is not allowed; allowed: a divisor of height 12 and width 18: 1, 2, 3, 6"),
        violation(
            () -> ImageConfig.defaults().withResize(ResizeMode.PAD, 256),
            "background: 256 is not allowed; allowed: 0 to 255"),
        violation(
            () -> ImageConfig.defaults().withFilter(Filter.BICUBIC, 1.5),
            "cropShare: 1.5 is not allowed; allowed: 0.01 to 1"),
        violation(
            () -> ImageConfig.defaults().withRange(List.of(2.0, 1.0)),
            "range: [2.0, 1.0] is not allowed; allowed: [] or two numbers, the smaller first"),
        violation(
            () ->
                ImageConfig.ofPixels(8, 8, Colour.INDEX)
                    .withAugmentation(AugmentationConfig.imageNet()),
            "augmentation: a change of colours is not allowed; allowed: crops, flips and shifts with"
                + " colour: index; indices have no colours to change"),
        violation(
            () -> ImageConfig.defaults().withNormalisation(List.of(0.1, 0.2), List.of(1.0)),
            "mean: [0.1, 0.2] is not allowed; allowed: [], one number, or one for each channel"),
        violation(
            () ->
                ImageConfig.ofPixels(8, 8, Colour.GREY)
                    .withNormalisation(ImageConfig.IMAGENET_MEAN, List.of(1.0)),
            "mean: [0.485, 0.456, 0.406] is not allowed; allowed: [] or one number"),
        violation(
            () -> ImageConfig.defaults().withNormalisation(List.of(Double.NaN), List.of(1.0)),
            "mean: [NaN] is not allowed; allowed: [], one number, or one for each channel"),
        violation(
            () -> ImageConfig.defaults().withNormalisation(List.of(0.0), List.of(1.0, 0.0, 1.0)),
            "sd: [1.0, 0.0, 1.0] is not allowed; allowed: [], one number, or one for each channel, above 0"),
        violation(
            () -> ImageConfig.defaults().withMaxPixels(0),
            "maxPixels: 0 is not allowed; allowed: 1 to 500000000"));
  }

  private static Arguments violation(Supplier<ImageConfig> config, String message) {
    return Arguments.of(config, message);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void refusesWithKeyValueAndWhatIsAllowed(Supplier<ImageConfig> config, String message) {
    assertThatThrownBy(config::get).isInstanceOf(InvalidSpecException.class).hasMessage(message);
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    InvalidSpecException refused =
        catchThrowableOfType(
            InvalidSpecException.class,
            () ->
                new ImageConfig(
                    0,
                    -1,
                    Colour.GREY,
                    ImageTokens.PATCHES,
                    0,
                    ResizeMode.CROP,
                    1,
                    Filter.BILINEAR,
                    -1,
                    List.of(),
                    List.of(Double.NaN),
                    List.of(-1.0),
                    -1,
                    AugmentationConfig.none()));

    assertThat(refused.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("height", "width", "patch", "background", "mean", "sd", "maxPixels");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 5, 64})
  void patchNeedNotFitWherePixelsAreTheElements(int patch) {
    ImageConfig config =
        new ImageConfig(
            32,
            32,
            Colour.RGB,
            ImageTokens.PIXELS,
            patch,
            ResizeMode.CROP,
            1,
            Filter.BILINEAR,
            0,
            List.of(),
            List.of(0.0),
            List.of(1.0),
            1,
            AugmentationConfig.none());

    assertThat(config.patch()).isEqualTo(patch);
  }
}
