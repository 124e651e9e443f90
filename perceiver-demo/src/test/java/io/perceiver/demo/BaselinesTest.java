package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Silhouettes cannot be told apart by weighing pixels one by one; remembering pictures finds most
 * of what they tell. Pixels are standardised for both. A part of the pictures keeps this quick;
 * docs/demo-data.md has the figures of all of them.
 */
class BaselinesTest {
  private static final int SILHOUETTES = Silhouette.values().length;
  private static final double HARDLY = 0.4; // guessing: 0.25
  private static final double TOLERANCE = 0.02; // length of the gradient, 0.7 at the start

  private static Examples train;
  private static Examples test;

  @BeforeAll
  static void draw() {
    Examples raw = Examples.pictures(ImageDifficulty.DEFAULT, Split.TRAIN, Sizes.DEFAULT.train());
    test =
        Examples.pictures(ImageDifficulty.DEFAULT, Split.TEST, Sizes.DEFAULT.test())
            .standardisedBy(raw);
    train = raw.standardisedBy(raw);
  }

  @Test
  void nearestNeighbourFindsWhatThePicturesTell() {
    assertThat(new NearestNeighbour(train).accuracy(test.first(500))).isGreaterThan(0.9);
  }

  @Test
  void logisticRegressionHardlyBeatsGuessingAtItsOptimum() {
    assertThat(accuracyAtOptimum(train.first(1500), test, 0.01)).isLessThan(HARDLY);
  }

  @Test
  void logisticRegressionHardlyBeatsGuessingWhenStronglyRegularised() {
    assertThat(accuracyAtOptimum(train.first(1500), test, 1)).isLessThan(HARDLY);
  }

  @Test
  void theSameRegressionFindsWhatIsThereToBeFound() {
    Examples learnt = labelledByBrightestChannel(train.first(1000));
    assertThat(accuracyAtOptimum(learnt, labelledByBrightestChannel(test), 0.1)).isGreaterThan(0.8);
  }

  @Test
  void theSameNeighbourKnowsOutlinesThatHardlyVary() {
    ImageDifficulty easy = new ImageDifficulty(30, 30, 0, 0.4, 0, 0, 0, 0);
    Examples known = Examples.pictures(easy, Split.TRAIN, 3000);
    assertThat(new NearestNeighbour(known).accuracy(Examples.pictures(easy, Split.TEST, 200)))
        .isGreaterThan(0.85);
  }

  private static double accuracyAtOptimum(Examples learnt, Examples tested, double decay) {
    SoftmaxRegression loss = new SoftmaxRegression(learnt, SILHOUETTES, decay);
    Minimiser.Result optimum =
        Minimiser.minimise(loss::lossAndGradient, loss.dimensions(), TOLERANCE, 1000);
    assertThat(optimum.converged()).isTrue();
    return new SoftmaxRegression(tested, SILHOUETTES, decay).accuracy(optimum.point());
  }

  private static Examples labelledByBrightestChannel(Examples pixels) {
    int[] labels =
        IntStream.range(0, pixels.size()).map(i -> brightest(pixels.values()[i])).toArray();
    return new Examples(pixels.values(), labels);
  }

  private static int brightest(float[] picture) {
    double[] sums = new double[3];
    IntStream.range(0, picture.length).forEach(i -> sums[i % 3] += picture[i]);
    return sums[0] >= sums[1] && sums[0] >= sums[2] ? 0 : sums[1] >= sums[2] ? 1 : 2;
  }
}
