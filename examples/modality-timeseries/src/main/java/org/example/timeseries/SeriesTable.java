package org.example.timeseries;

import io.perceiver.api.RecordFile;
import java.util.List;

/** A table of many series, in memory. Immutable and thread-safe. */
record SeriesTable(List<Series> series) implements RecordFile<Series> {

  @Override
  public int count() {
    return series.size();
  }

  @Override
  public Series read(int index) {
    return series.get(index);
  }

  @Override
  public void close() {
    // the file was closed once it was read
  }
}
