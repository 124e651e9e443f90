package org.example.timeseries;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Tokenizer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * One element for each row. Its content is the standardised measurements, 0 where one is missing,
 * then for each channel 1 where it was measured and 0 where it is missing. Its position is its
 * time: -1 is the first row's, 1 the last row's, or {@code duration} after the first. Thread-safe.
 */
final class SeriesTokenizer implements Tokenizer<Series> {
  private final TimeseriesConfig config;

  SeriesTokenizer(TimeseriesConfig config) {
    this.config = config;
  }

  @Override
  public ByteArraySpec spec() {
    return ByteArraySpec.scattered(
        config.maxRows(),
        2 * config.channels().size(),
        "measurement, then presence, of each channel",
        1);
  }

  @Override
  public int elements(Series series) {
    return Math.min(rowsInTime(series), config.maxRows());
  }

  @Override
  public void tokenize(Series series, FloatBuffer content, FloatBuffer positions) {
    Series used = series.rows(usedRows(series));
    Scale scale = Scale.of(config, used);
    for (int row = 0; row < used.rows(); row++) {
      for (int channel = 0; channel < used.channels(); channel++) {
        double value = used.value(row, channel);
        content.put(Double.isNaN(value) ? 0 : scale.apply(value, channel));
      }
      for (int channel = 0; channel < used.channels(); channel++) {
        content.put(Double.isNaN(used.value(row, channel)) ? 0 : 1);
      }
      positions.put(position(used, row));
    }
  }

  private int[] usedRows(Series series) {
    int rows = rowsInTime(series);
    int count = Math.min(rows, config.maxRows());
    boolean thin = config.longer() == LongSeries.THIN;
    return IntStream.range(0, count).map(i -> thin ? (int) ((long) i * rows / count) : i).toArray();
  }

  /** Rows within the configured duration. */
  private int rowsInTime(Series series) {
    int rows = series.rows();
    if (config.duration() > 0) {
      while (series.times()[rows - 1] - series.times()[0] > config.duration()) {
        rows--;
      }
    }
    check(
        rows == series.rows() || config.longer() == LongSeries.CUT,
        "lasts longer than the duration of " + config.duration() + "; raise it, or cut");
    check(
        rows <= config.maxRows() || config.longer() != LongSeries.FAIL,
        "has "
            + rows
            + " rows, more than maxRows: "
            + config.maxRows()
            + "; raise it, cut or thin");
    return rows;
  }

  private static void check(boolean holds, String reason) {
    if (!holds) {
      throw new PerceiverException(reason);
    }
  }

  private float position(Series series, int row) {
    double[] times = series.times();
    double span = config.duration() > 0 ? config.duration() : times[times.length - 1] - times[0];
    // a single row has no span
    return span > 0 ? (float) (2 * ((times[row] - times[0]) / span) - 1) : -1;
  }
}
