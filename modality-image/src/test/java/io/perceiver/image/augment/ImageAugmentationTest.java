package io.perceiver.image.augment;

import static io.perceiver.image.Pictures.noise;
import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.Augmentation;
import io.perceiver.image.raster.Box;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.ResizeMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAugmentationTest {
  private static final Frame FRAME = new Frame(16, 20, ResizeMode.STRETCH, 0);
  private static final List<Double> ASPECT = List.of(3.0 / 4, 4.0 / 3);
  private static final AugmentationConfig EVERYTHING =
      new AugmentationConfig(List.of(0.3, 1.0), ASPECT, 0.5, 3, 0.4, 0.4, 0.4, 2, 9, 128);

  private static RandomGenerator seed(long seed) {
    return new SplittableRandom(seed);
  }

  private static AugmentationConfig only(double flip, int shift, int operations) {
    return new AugmentationConfig(List.of(), ASPECT, flip, shift, 0, 0, 0, operations, 9, 0);
  }

  @Test
  void nothingConfiguredIsNoAugmentation() {
    assertThat(ImageAugmentation.of(AugmentationConfig.none(), FRAME).isNone()).isTrue();
    assertThat(ImageAugmentation.of(EVERYTHING, FRAME).isNone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aSeedRepeatsAndTheArgumentStays(int channels) {
    Augmentation<Raster> augmentation = ImageAugmentation.of(EVERYTHING, FRAME);
    Raster image = noise(40, 31, channels, 5);
    byte[] before = image.bytes();
    Set<Raster> results = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Raster once = augmentation.example(image, seed(i));
      assertThat(augmentation.example(image, seed(i))).isEqualTo(once);
      assertThat(once.toString()).isEqualTo("16 × 20 × " + channels + " raster");
      results.add(once);
    }

    assertThat(results).hasSizeGreaterThan(90);
    assertThat(image.bytes()).isEqualTo(before);
  }

  @Test
  void aFlipMirrorsLeftAndRight() {
    Frame frame = new Frame(2, 2, ResizeMode.STRETCH, 0);
    Raster image = raster(2, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    assertThat(samples(ImageAugmentation.of(only(1, 0, 0), frame).example(image, seed(1))))
        .containsExactly(4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9);
  }

  @Test
  void flipsComeAsOftenAsConfigured() {
    Frame frame = new Frame(1, 2, ResizeMode.STRETCH, 0);
    Augmentation<Raster> augmentation = ImageAugmentation.of(only(0.25, 0, 0), frame);
    Raster image = raster(1, 2, 1, 1, 2);
    RandomGenerator random = seed(3);

    long flips =
        IntStream.range(0, 10_000)
            .filter(i -> augmentation.example(image, random).sample(0) == 2)
            .count();

    // 2,500 with a standard deviation of 43
    assertThat(flips).isBetween(2_280L, 2_720L);
  }

  @Test
  void shiftsAreUniformOverAllOffsets() {
    Frame frame = new Frame(5, 5, ResizeMode.STRETCH, 0);
    Augmentation<Raster> augmentation = ImageAugmentation.of(only(0, 2, 0), frame);
    int[] dot = new int[25];
    dot[12] = 200;
    RandomGenerator random = seed(4);
    int[] counts = new int[25];
    for (int i = 0; i < 5_000; i++) {
      int[] shifted = samples(augmentation.example(raster(5, 5, 1, dot), random));
      assertThat(IntStream.of(shifted).sum()).isEqualTo(200);
      for (int at = 0; at < 25; at++) {
        counts[at] += shifted[at] / 200;
      }
    }

    // 200 each with a standard deviation of 14
    assertThat(IntStream.of(counts).min().orElseThrow()).isGreaterThan(130);
    assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(270);
  }

  @Test
  void cropsHaveTheConfiguredAreaAndProportionsAndLieWithinTheImage() {
    RandomResizedCrop crop = new RandomResizedCrop(List.of(0.08, 1.0), ASPECT, FRAME);
    Raster image = noise(200, 300, 1, 6);
    RandomGenerator random = seed(5);
    List<Double> areas = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Box part = crop.part(image, random);
      assertThat(part.top()).isBetween(0.0, 200 - part.height());
      assertThat(part.left()).isBetween(0.0, 300 - part.width());
      assertThat(part.width() / part.height()).isBetween(0.74, 1.35);
      areas.add(part.width() * part.height() / 60_000);
    }

    assertThat(areas).allSatisfy(area -> assertThat(area).isBetween(0.078, 0.9));
    assertThat(areas).anySatisfy(area -> assertThat(area).isLessThan(0.12));
    assertThat(areas).anySatisfy(area -> assertThat(area).isGreaterThan(0.7));
  }

  @Test
  void whereNoCropFitsTheLargestCentredOneIsTaken() {
    RandomResizedCrop crop = new RandomResizedCrop(List.of(1.0, 1.0), List.of(1.0, 1.0), FRAME);

    assertThat(crop.part(noise(10, 40, 1, 7), seed(6))).isEqualTo(new Box(0, 15, 10, 10));
  }

  @Test
  void aCropOfEverythingIsResizing() {
    AugmentationConfig config =
        new AugmentationConfig(List.of(1.0, 1.0), List.of(1.25, 1.25), 0, 0, 0, 0, 0, 0, 5, 0);
    Raster image = noise(32, 40, 3, 8);

    assertThat(ImageAugmentation.of(config, FRAME).example(image, seed(7)))
        .isEqualTo(FRAME.fit(image));
  }

  @ParameterizedTest
  @EnumSource
  void everyDistortionKeepsSizeAndArgument(Distortion distortion) {
    for (int channels : new int[] {1, 3}) {
      Raster image = noise(9, 12, channels, 9);
      byte[] before = image.bytes();
      for (double strength : new double[] {-1, -0.5, 0, 0.5, 1}) {
        assertThat(distortion.apply(image, strength, 0).toString()).isEqualTo(image.toString());
      }
      assertThat(image.bytes()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AUTO_CONTRAST", "EQUALIZE", "INVERT"})
  void noStrengthIsNoChange(Distortion distortion) {
    Raster image = noise(9, 12, 3, 10);

    assertThat(distortion.apply(image, 0, 0)).isEqualTo(image);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
  void fullStrengthChangesTheImage(Distortion distortion) {
    Raster dull = Levels.contrast(noise(24, 24, 3, 11), 0.5);

    assertThat(distortion.apply(dull, 1, 0)).isNotEqualTo(dull);
  }

  @Test
  void everyDistortionIsDrawnEquallyOften() {
    RandomGenerator random = seed(8);
    int[] counts = new int[Distortion.values().length];
    for (int i = 0; i < 15_000; i++) {
      counts[Distortion.draw(random).ordinal()]++;
    }

    for (int count : counts) {
      assertThat(count).isCloseTo(1_000, within(160));
    }
  }

  @Test
  void jitterStaysWithinItsShare() {
    ColourJitter jitter = new ColourJitter(0.2, 0, 0);
    RandomGenerator random = seed(9);
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      levels.add(jitter.apply(raster(1, 1, 1, 100), random).sample(0));
    }

    assertThat(levels).allSatisfy(level -> assertThat(level).isBetween(80, 120));
    assertThat(levels).contains(81, 119);
  }
}
