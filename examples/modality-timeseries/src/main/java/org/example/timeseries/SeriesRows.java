package org.example.timeseries;

import io.perceiver.api.UnreadableExampleException;
import java.util.stream.DoubleStream;

/** Gathers the rows of one series. Used by one thread. */
final class SeriesRows {
  private final DoubleStream.Builder times = DoubleStream.builder();
  private final DoubleStream.Builder values = DoubleStream.builder();
  private double last = Double.NEGATIVE_INFINITY;

  /**
   * Adds the file's current row.
   *
   * @param columns of the channels
   * @throws UnreadableExampleException if it is not later than the one before, or holds no number
   */
  void add(CsvFile file, double time, int[] columns) throws UnreadableExampleException {
    if (!(time > last)) {
      throw file.error(
          "its time is not later than that of the row before; sort the rows by time, and leave one"
              + " row for each time");
    }
    last = time;
    times.add(time);
    for (int column : columns) {
      values.add(file.number(column));
    }
  }

  /** What was gathered; at least one row must have been. */
  Series series() {
    return new Series(times.build().toArray(), values.build().toArray());
  }
}
