package org.example.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesAugmentationTest {
  private static final int ROWS = 1000;
  private final Series series =
      new Series(IntStream.range(0, ROWS).asDoubleStream().toArray(), new double[ROWS]);

  @Test
  void aCropKeepsOneStretchOfTime() {
    SeriesAugmentation crop = new SeriesAugmentation(new AugmentationConfig(0.5, 0, 0), 1);
    for (int seed = 0; seed < 20; seed++) {
      Series cropped = crop.augment(series, new Random(seed));
      double span = cropped.times()[cropped.rows() - 1] - cropped.times()[0];
      assertEquals(cropped.rows() - 1, span, "no row inside is missing");
      assertTrue(span >= 0.5 * (ROWS - 1) - 2 && span <= ROWS - 1, "span " + span);
    }
  }

  @Test
  void dropoutLeavesItsShareOut() {
    SeriesAugmentation dropout = new SeriesAugmentation(new AugmentationConfig(1, 0.3, 0), 1);
    assertEquals(0.7 * ROWS, dropout.augment(series, new Random(1)).rows(), 0.05 * ROWS);
  }

  @Test
  void anExampleNeverLosesAllRows() {
    SeriesAugmentation dropout = new SeriesAugmentation(new AugmentationConfig(1, 0.99, 0), 1);
    Series one = series.rows(new int[] {0});
    for (int seed = 0; seed < 20; seed++) {
      assertEquals(1, dropout.augment(one, new Random(seed)).rows());
    }
  }

  @Test
  void noiseFallsOnWhatWasMeasured() {
    SeriesAugmentation noise = new SeriesAugmentation(new AugmentationConfig(1, 0, 0.1), 2);
    FloatBuffer content = FloatBuffer.wrap(new float[] {1, 0, 1, 0});
    noise.features(content, FloatBuffer.wrap(new float[] {-1}), 1, TimeCrop.ALL, new Random(1));
    assertNotEquals(1, content.get(0));
    assertEquals(1, content.get(0), 0.5);
    assertEquals(0, content.get(1), "a missing value stays 0");
    assertEquals(1, content.get(2), "presence stays as it is");
  }
}
