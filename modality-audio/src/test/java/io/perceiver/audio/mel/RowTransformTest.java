package io.perceiver.audio.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTransformTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512})
  void everySequenceGetsTheTransformByItsDefinition(int size) {
    int sequences = 11;
    double[][] re = noise(size, sequences);
    double[][] im = noise(size, sequences);
    RowTransform transform = new RowTransform(size);
    double[][] expected = new double[sequences][];
    for (int sequence = 0; sequence < sequences; sequence++) {
      expected[sequence] = byDefinition(re, im, sequence);
    }

    transform.apply(re, im, sequences);

    for (int sequence = 0; sequence < sequences; sequence++) {
      double[] found = new double[2 * size];
      for (int frequency = 0; frequency < size; frequency++) {
        int row = transform.row(frequency);
        found[2 * frequency] = re[row][sequence];
        found[2 * frequency + 1] = im[row][sequence];
      }
      assertThat(found).containsExactly(expected[sequence], within(1e-12 * size));
    }
  }

  @Test
  void fourElementsByHand() {
    double[][] re = {{1}, {2}, {3}, {5}};
    double[][] im = {{0}, {0}, {0}, {0}};
    RowTransform transform = new RowTransform(4);

    transform.apply(re, im, 1);

    // 1 + 2 + 3 + 5, 1 - 2i - 3 + 5i, 1 - 2 + 3 - 5, 1 + 2i - 3 - 5i
    double[][] expected = {{11, 0}, {-2, 3}, {-3, 0}, {-2, -3}};
    for (int frequency = 0; frequency < 4; frequency++) {
      int row = transform.row(frequency);
      assertThat(new double[] {re[row][0], im[row][0]}).containsExactly(expected[frequency]);
    }
  }

  @Test
  void sequencesBeyondTheCountStayAsTheyAre() {
    double[][] re = {{1, 7}, {2, 8}};
    double[][] im = {{0, 9}, {0, 6}};

    new RowTransform(2).apply(re, im, 1);

    assertThat(re).isDeepEqualTo(new double[][] {{3, 7}, {-1, 8}});
    assertThat(im).isDeepEqualTo(new double[][] {{0, 9}, {0, 6}});
  }

  private double[][] noise(int rows, int count) {
    double[][] noise = new double[rows][count];
    for (double[] row : noise) {
      for (int i = 0; i < count; i++) {
        row[i] = random.nextDouble(-1, 1);
      }
    }
    return noise;
  }

  /** Real and imaginary parts in turns. */
  private static double[] byDefinition(double[][] re, double[][] im, int sequence) {
    int size = re.length;
    double[] result = new double[2 * size];
    for (int frequency = 0; frequency < size; frequency++) {
      for (int n = 0; n < size; n++) {
        double angle = -2 * Math.PI * (frequency * n % size) / size;
        double x = re[n][sequence];
        double y = im[n][sequence];
        result[2 * frequency] += x * Math.cos(angle) - y * Math.sin(angle);
        result[2 * frequency + 1] += x * Math.sin(angle) + y * Math.cos(angle);
      }
    }
    return result;
  }
}
