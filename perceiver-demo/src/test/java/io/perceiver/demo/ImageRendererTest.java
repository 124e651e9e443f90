package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageRendererTest {
  private static final int SIDE = ImageRenderer.SIDE;
  private static final ImageDifficulty CLEAN = new ImageDifficulty(16, 26, 25, 0.25, 0, 0, 0, 0);
  private static final Rgb WHITE = new Rgb(1, 1, 1);
  private static final Rgb BLACK = new Rgb(0, 0, 0);

  @ParameterizedTest
  @EnumSource
  void theObjectCoversTheAreaOfItsOutline(Silhouette silhouette) {
    double covered = 0;
    for (byte value : pixels(scene(silhouette, 0.3))) { // not along the sampling grid
      covered += Byte.toUnsignedInt(value) / 255.0 / 3;
    }
    assertThat(covered).isCloseTo(area(silhouette) * 12 * 12, within(2.0));
  }

  @ParameterizedTest
  @EnumSource
  void theObjectStaysWithinItsCircleAtAnyAngle(Silhouette silhouette) {
    byte[] pixels = pixels(scene(silhouette, 0.7));
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        if (StrictMath.hypot(row + 0.5 - 16, column + 0.5 - 16) > 13) {
          assertThat(pixels[(row * SIDE + column) * 3]).isZero();
        }
      }
    }
  }

  @Test
  void turningIsAnticlockwiseAndUpIsUp() {
    byte[] upright = pixels(scene(Silhouette.ARROW, 0));
    byte[] turned = pixels(scene(Silhouette.ARROW, StrictMath.PI / 2));
    assertThat(centre(upright, false)).as("the head of the arrow is up").isLessThan(15.5);
    assertThat(centre(upright, true)).isCloseTo(15.5, within(0.05));
    assertThat(centre(turned, true)).as("then it is at the left").isLessThan(15.5);
    assertThat(centre(turned, false)).isCloseTo(15.5, within(0.05));
  }

  @Test
  void placeIsMeasuredFromTheLowerLeft() {
    Scene corner = new Scene(Silhouette.CROSS, 0.25, 0.25, 0.5, 0, WHITE, BLACK);
    assertThat(centre(pixels(corner), true)).isCloseTo(7.5, within(0.05));
    assertThat(centre(pixels(corner), false)).isCloseTo(23.5, within(0.05));
  }

  @Test
  void coloursAreThoseOfTheScene() {
    Scene scene =
        new Scene(Silhouette.CROSS, 0.5, 0.5, 0.7, 0, new Rgb(1, 0.5, 0), new Rgb(0, 0.2, 0.8));
    byte[] pixels = pixels(scene);
    assertThat(unsigned(pixels, 16, 16)).containsExactly(255, 128, 0);
    assertThat(unsigned(pixels, 0, 0)).containsExactly(0, 51, 204);
  }

  @Test
  void noiseHasTheStatedDeviation() {
    ImageDifficulty noisy = new ImageDifficulty(16, 26, 25, 0.25, 0, 0.05, 0, 0);
    Rgb grey = new Rgb(0.5, 0.5, 0.5);
    Scene even = new Scene(Silhouette.RING, 0.5, 0.5, 0.5, 0, grey, grey);
    byte[] pixels = new ImageRenderer(noisy).pixels(even, new Random(1));
    double squares = 0;
    for (byte value : pixels) {
      squares += StrictMath.pow(Byte.toUnsignedInt(value) / 255.0 - 0.5, 2);
    }
    assertThat(Math.sqrt(squares / pixels.length)).isCloseTo(0.05, within(0.003));
  }

  @Test
  void lightIsASlopeThatLeavesTheCentreAsItIs() {
    ImageDifficulty lit = new ImageDifficulty(16, 26, 25, 0.25, 0.4, 0, 0, 0);
    Rgb grey = new Rgb(0.5, 0.5, 0.5);
    Scene even = new Scene(Silhouette.RING, 0.5, 0.5, 0.5, 0, grey, grey);
    byte[] pixels = new ImageRenderer(lit).pixels(even, new Random(1));
    for (int channel = 0; channel < 3; channel++) {
      int first = unsigned(pixels, 0, 0)[channel];
      int last = unsigned(pixels, SIDE - 1, SIDE - 1)[channel];
      int middle = unsigned(pixels, SIDE / 2, SIDE / 2)[channel];
      assertThat(first).isNotEqualTo(last).isBetween(128 - 103, 128 + 103);
      assertThat(first + last).isBetween(254, 256);
      assertThat(middle).isBetween(124, 132);
    }
  }

  @Test
  void clutterIsPaintedButLeavesMostOfThePicture() {
    ImageDifficulty cluttered = new ImageDifficulty(16, 26, 25, 0.25, 0, 0, 2, 2);
    Scene scene = scene(Silhouette.STAR, 0);
    byte[] clean = pixels(scene);
    int changed = 0;
    int most = 0;
    for (int seed = 0; seed < 50; seed++) {
      byte[] pixels = new ImageRenderer(cluttered).pixels(scene, new Random(seed));
      int here = (int) IntStream.range(0, clean.length).filter(i -> pixels[i] != clean[i]).count();
      changed += here;
      most = Math.max(most, here);
    }
    assertThat(changed).isPositive();
    assertThat(most).isLessThan(clean.length / 8);
  }

  @Test
  void meanColourOfAPictureDoesNotTellItsSilhouette() {
    Examples pictures = Examples.pictures(ImageDifficulty.DEFAULT, Split.TRAIN, 2000);
    for (int channel = 0; channel < 3; channel++) {
      List<List<Double>> groups = new ArrayList<>();
      IntStream.range(0, Silhouette.values().length)
          .forEach(silhouette -> groups.add(new ArrayList<>()));
      for (int i = 0; i < pictures.size(); i++) {
        groups.get(pictures.labels()[i]).add(mean(pictures.values()[i], channel));
      }
      List<double[]> arrays =
          groups.stream().map(g -> g.stream().mapToDouble(Double::doubleValue).toArray()).toList();
      assertThat(new OneWayAnova().anovaPValue(arrays)).isGreaterThan(0.001);
    }
  }

  @Test
  void theFileHoldsTheExamplesAsOrdinaryReadersSeeThem() throws Exception {
    ImageRenderer renderer = new ImageRenderer(ImageDifficulty.DEFAULT);
    Random random = new Random(3);
    Scene scene = Scene.draw(Silhouette.STAR, ImageDifficulty.DEFAULT, random);
    byte[] pixels = renderer.pixels(scene, random);
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(renderer.render(Kind.STAR, new Random(3))));
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int[] expected = unsigned(pixels, row, column);
        int rgb = image.getRGB(column, row);
        assertThat(new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}).isEqualTo(expected);
      }
    }
  }

  @Test
  void aPngOfWrongLengthIsRefused() {
    assertThatThrownBy(() -> PlainPng.encode(2, 2, new byte[11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11 bytes for 2 x 2 RGB");
    assertThatThrownBy(() -> PlainPng.encode(200, 200, new byte[120_000]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Scene scene(Silhouette silhouette, double turn) {
    return new Scene(silhouette, 0.5, 0.5, 24.0 / SIDE, turn, WHITE, BLACK);
  }

  private static byte[] pixels(Scene scene) {
    return new ImageRenderer(CLEAN).pixels(scene, new Random(0));
  }

  private static int[] unsigned(byte[] pixels, int row, int column) {
    int at = (row * SIDE + column) * 3;
    return IntStream.range(at, at + 3).map(i -> Byte.toUnsignedInt(pixels[i])).toArray();
  }

  private static double mean(float[] picture, int channel) {
    double sum = 0;
    for (int i = channel; i < picture.length; i += 3) {
      sum += picture[i];
    }
    return sum / (picture.length / 3.0);
  }

  /** Centre of brightness in pixel indices, along the columns or the rows. */
  private static double centre(byte[] pixels, boolean alongColumns) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int value = Byte.toUnsignedInt(pixels[3 * i]);
      sum += value * (double) (alongColumns ? i % SIDE : i / SIDE);
      weight += value;
    }
    return sum / weight;
  }

  /** Area of an outline in units of its radius squared, counted on a fine grid. */
  private static double area(Silhouette silhouette) {
    int steps = 400;
    long inside =
        IntStream.range(0, steps * steps)
            .filter(
                i ->
                    silhouette.contains(
                        (i % steps + 0.5) * 2 / steps - 1, (i / steps + 0.5) * 2 / steps - 1))
            .count();
    return inside * 4.0 / (steps * steps);
  }
}
