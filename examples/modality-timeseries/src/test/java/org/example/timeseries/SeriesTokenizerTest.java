package org.example.timeseries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.perceiver.api.PerceiverException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTokenizerTest {
  private static final double GAP = Double.NaN;

  @Test
  void aMissingValueIsZeroAndSaysSo() {
    TimeseriesConfig config =
        Configs.standardised(Standardise.CONFIGURED, List.of(1.0, 10.0), List.of(2.0));
    Series series = new Series(new double[] {0, 1}, new double[] {5, 10, GAP, 4});
    assertArrayEquals(new float[] {2, 0, 1, 1, 0, -3, 0, 1}, content(config, series));
  }

  @Test
  void aSeriesOwnScaleLeavesGapsOut() {
    TimeseriesConfig config = Configs.standardised(Standardise.SERIES, List.of(0.0), List.of(1.0));
    Series series = new Series(new double[] {0, 1, 2}, new double[] {10, 7, GAP, 7, 20, 7});
    assertArrayEquals(new float[] {-1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1}, content(config, series));
  }

  @Test
  void positionsAreTimes() {
    Series series = times(100, 101, 104);
    assertArrayEquals(new float[] {-1, -0.5f, 1}, positions(LongSeries.FAIL, 0, series));
    assertArrayEquals(new float[] {-1, -0.75f, 0}, positions(LongSeries.FAIL, 8, series));
    assertArrayEquals(new float[] {-1}, positions(LongSeries.FAIL, 0, times(5)));
  }

  @Test
  void aLongerSeriesIsCutOrThinnedOrRefused() {
    Series series = times(0, 1, 2, 3, 4, 5, 6, 8);
    assertArrayEquals(
        new float[] {-1, -1 / 3f, 1 / 3f, 1}, positions(LongSeries.CUT, 0, series), 1e-6f);
    assertArrayEquals(new float[] {-1, -0.5f, 0, 0.5f}, positions(LongSeries.THIN, 8, series));
    assertRefused(
        LongSeries.FAIL, 0, series, "has 8 rows, more than maxRows: 4; raise it, cut or thin");
  }

  @Test
  void whatLiesBeyondTheDurationIsCutOrRefused() {
    Series series = times(0, 1, 2, 3);
    assertArrayEquals(new float[] {-1, 0, 1}, positions(LongSeries.CUT, 2, series));
    String reason = "lasts longer than the duration of 2.0; raise it, or cut";
    assertRefused(LongSeries.FAIL, 2, series, reason);
    assertRefused(LongSeries.THIN, 2, series, reason);
  }

  private static Series times(double... times) {
    return new Series(times, IntStream.range(0, times.length).asDoubleStream().toArray());
  }

  private static float[] content(TimeseriesConfig config, Series series) {
    SeriesTokenizer tokenizer = new SeriesTokenizer(config);
    int elements = tokenizer.elements(series);
    float[] content = new float[elements * tokenizer.spec().channels()];
    tokenizer.tokenize(series, FloatBuffer.wrap(content), FloatBuffer.allocate(elements));
    return content;
  }

  private static float[] positions(LongSeries longer, double duration, Series series) {
    SeriesTokenizer tokenizer = new SeriesTokenizer(Configs.lasting(longer, duration));
    float[] positions = new float[tokenizer.elements(series)];
    FloatBuffer content = FloatBuffer.allocate(2 * positions.length);
    tokenizer.tokenize(series, content, FloatBuffer.wrap(positions));
    return positions;
  }

  private static void assertRefused(
      LongSeries longer, double duration, Series series, String reason) {
    SeriesTokenizer tokenizer = new SeriesTokenizer(Configs.lasting(longer, duration));
    String message =
        assertThrows(PerceiverException.class, () -> tokenizer.elements(series)).getMessage();
    assertTrue(message.contains(reason), message);
  }
}
