package io.perceiver.image.augment;

import static io.perceiver.image.Pictures.noise;
import static io.perceiver.image.Pictures.raster;
import static io.perceiver.image.Pictures.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.image.raster.Box;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.ResizeMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    assertThat(new ImageAugmentation(AugmentationConfig.none(), FRAME).isNone()).isTrue();
    assertThat(new ImageAugmentation(EVERYTHING, FRAME).isNone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aSeedRepeatsAndTheArgumentStays(int channels) {
    ImageAugmentation augmentation = new ImageAugmentation(EVERYTHING, FRAME);
    Raster image = noise(40, 31, channels, 5);
    byte[] before = image.bytes();
    Set<Raster> results = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Raster once = augmentation.augment(image, seed(i));
      assertThat(augmentation.augment(image, seed(i))).isEqualTo(once);
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

    assertThat(samples(new ImageAugmentation(only(1, 0, 0), frame).augment(image, seed(1))))
        .containsExactly(4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9);
  }

  @Test
  void flipsComeAsOftenAsConfigured() {
    Frame frame = new Frame(1, 2, ResizeMode.STRETCH, 0);
    ImageAugmentation augmentation = new ImageAugmentation(only(0.25, 0, 0), frame);
    Raster image = raster(1, 2, 1, 1, 2);
    RandomGenerator random = seed(3);

    long flips =
        IntStream.range(0, 10_000)
            .filter(i -> augmentation.augment(image, random).sample(0) == 2)
            .count();

    // 2,500 with a standard deviation of 43
    assertThat(flips).isBetween(2_280L, 2_720L);
  }

  @Test
  void shiftsAreUniformOverAllOffsets() {
    Frame frame = new Frame(5, 5, ResizeMode.STRETCH, 0);
    ImageAugmentation augmentation = new ImageAugmentation(only(0, 2, 0), frame);
    int[] dot = new int[25];
    dot[12] = 200;
    RandomGenerator random = seed(4);
    int[] counts = new int[25];
    for (int i = 0; i < 5_000; i++) {
      int[] shifted = samples(augmentation.augment(raster(5, 5, 1, dot), random));
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
    RandomResizedCrop crop = new RandomResizedCrop(List.of(0.08, 1.0), ASPECT);
    Raster image = noise(200, 300, 1, 6);
    RandomGenerator random = seed(5);
    List<Double> areas = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Box part = crop.draw(image, random);
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
    RandomResizedCrop crop = new RandomResizedCrop(List.of(1.0, 1.0), List.of(1.0, 1.0));

    assertThat(crop.draw(noise(10, 40, 1, 7), seed(6))).isEqualTo(new Box(0, 15, 10, 10));
  }

  @Test
  void aCropOfEverythingIsResizing() {
    AugmentationConfig config =
        new AugmentationConfig(List.of(1.0, 1.0), List.of(1.25, 1.25), 0, 0, 0, 0, 0, 0, 5, 0);
    Raster image = noise(32, 40, 3, 8);

    assertThat(new ImageAugmentation(config, FRAME).augment(image, seed(7)))
        .isEqualTo(FRAME.fit(image));
  }

  private static Raster distorted(Distortion distortion, Raster image, double strength) {
    Optional<RelativeAffine> move = distortion.move(image.height(), image.width(), strength);
    assertThat(move.isPresent()).isEqualTo(distortion.moves());
    return move.isPresent()
        ? move.get().in(image).warp(image, 0)
        : distortion.recolour(image, strength);
  }

  @ParameterizedTest
  @EnumSource
  void everyDistortionKeepsSizeAndArgument(Distortion distortion) {
    for (int channels : new int[] {1, 3}) {
      Raster image = noise(9, 12, channels, 9);
      byte[] before = image.bytes();
      for (double strength : new double[] {-1, -0.5, 0, 0.5, 1}) {
        assertThat(distorted(distortion, image, strength).toString()).isEqualTo(image.toString());
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

    assertThat(distorted(distortion, image, 0)).isEqualTo(image);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
  void fullStrengthChangesTheImage(Distortion distortion) {
    Raster dull = Levels.contrast(noise(24, 24, 3, 11), 0.5);

    assertThat(distorted(distortion, dull, 1)).isNotEqualTo(dull);
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

  /** A turn of a squashed picture is a slanted one of the picture in its own proportions. */
  @Test
  void movesAreOfTheSceneNotOfThePixels() {
    Affine quarter = Affine.rotation(90);
    RelativeAffine move = RelativeAffine.of(quarter, 10, 10);

    Affine wide = move.in(noise(10, 30, 1, 1));

    // a point three pixels to the right comes from one pixel up or down, and the other way round
    assertThat(wide.xy()).isCloseTo(3 * quarter.xy(), within(1e-12));
    assertThat(wide.yx()).isCloseTo(quarter.yx() / 3, within(1e-12));
    assertThat(RelativeAffine.of(wide, 10, 30).in(noise(10, 10, 1, 1)).xy())
        .isCloseTo(quarter.xy(), within(1e-12));
  }

  @Test
  void aFollowerKeepsItsColours() {
    AugmentationConfig colours =
        new AugmentationConfig(List.of(), ASPECT, 0, 0, 0.9, 0.9, 0.9, 8, 10, 0);
    ImageAugmentation followed = new ImageAugmentation(colours, FRAME);
    ImageAugmentation follower = new ImageAugmentation(AugmentationConfig.none(), FRAME);
    Raster image = raster(16, 20, 1, IntStream.range(0, 320).map(i -> i % 2 * 200).toArray());
    int moved = 0;
    for (int i = 0; i < 20; i++) {
      ImageGeometry geometry = followed.drawGeometry(image, seed(i));
      if (geometry.operations().stream().allMatch(Optional::isEmpty)) {
        assertThat(follower.apply(image, geometry, seed(1))).isEqualTo(image);
      } else {
        moved++;
      }
    }
    assertThat(moved).isPositive();
    assertThat(follower.isNone()).isTrue();
    assertThat(follower.drawGeometry(image, seed(1))).isEqualTo(ImageGeometry.NONE);
  }

  /** The moves of RandAugment as well, which the contract's scene leaves out with its colours. */
  @Test
  void aMaskFollowsThePicture() {
    AugmentationConfig moves =
        new AugmentationConfig(List.of(0.5, 1.0), ASPECT, 0.5, 3, 0, 0, 0, 3, 10, 0);
    Frame large = new Frame(60, 60, ResizeMode.STRETCH, 0);
    Frame small = new Frame(30, 30, ResizeMode.STRETCH, 0);
    ImageAugmentation followed = new ImageAugmentation(moves, large);
    ImageAugmentation follower = new ImageAugmentation(AugmentationConfig.none(), small);
    ImageAugmentation same = new ImageAugmentation(AugmentationConfig.none(), large);
    int[] levels = new int[60 * 60];
    short[] ids = new short[120 * 90];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i / 60 >= 20 && i / 60 < 32 && i % 60 >= 32 && i % 60 < 44 ? 200 : 0;
    }
    for (int i = 0; i < ids.length; i++) {
      // the same block of a picture of 120 × 90
      ids[i] = (short) (i / 90 >= 40 && i / 90 < 64 && i % 90 >= 48 && i % 90 < 66 ? 7 : 0);
    }
    Raster picture = raster(60, 60, 1, levels);
    Raster mask = Raster.ofIndices(120, 90, ids);
    for (int i = 0; i < 60; i++) {
      ImageGeometry geometry = followed.drawGeometry(picture, seed(i));
      Raster cut = same.apply(picture, geometry, seed(1));
      Raster ofMask = follower.apply(mask, geometry, seed(1));
      int differ = 0;
      for (int at = 0; at < 900; at++) {
        int id = ofMask.sample(at / 30, at % 30, 0);
        assertThat(id).isIn(0, 7);
        boolean inside = cut.sample(2 * (at / 30), 2 * (at % 30), 0) > 100;
        differ += inside == (id == 7) ? 0 : 1;
      }
      // the outline of the block, one pixel wide
      assertThat(differ).as("pixels that differ under seed " + i).isLessThan(40);
    }
  }
}
