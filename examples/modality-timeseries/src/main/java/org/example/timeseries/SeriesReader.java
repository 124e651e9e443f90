package org.example.timeseries;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file that is one series, or a table of many: then the column {@code series} says
 * which one a row is of, and records are counted in the order in which they begin. What it holds in
 * memory is what the file holds. Thread-safe.
 */
final class SeriesReader implements ExampleReader<Series> {
  private final TimeseriesConfig config;

  SeriesReader(TimeseriesConfig config) {
    this.config = config;
  }

  @Override
  public Series read(ExampleSource source) throws IOException {
    try (CsvFile file = CsvFile.open(source)) {
      TimeColumn time = new TimeColumn(file, file.column(config.time()));
      int[] channels = channels(file);
      SeriesRows rows = new SeriesRows();
      first(file);
      do {
        rows.add(file, time.read(), channels);
      } while (file.next());
      return rows.series();
    }
  }

  @Override
  public List<ValueReader<?, Series>> values() {
    return List.of(new ValueReader<>(Series.class, this::checked));
  }

  private Series checked(String name, Series series) throws UnreadableExampleException {
    if (series.rows() == 0 || series.channels() != config.channels().size()) {
      throw new UnreadableExampleException(
          name,
          "has %d rows of %d channels; allowed: 1 row or more of %s"
              .formatted(
                  series.rows(),
                  series.rows() == 0 ? 0 : series.channels(),
                  config.channels()));
    }
    return series;
  }

  @Override
  public RecordFile<Series> openRecords(ExampleSource source) throws IOException {
    try (CsvFile file = CsvFile.open(source)) {
      TimeColumn time = new TimeColumn(file, file.column(config.time()));
      int series = file.column(config.series());
      int[] channels = channels(file);
      Map<String, SeriesRows> rows = new LinkedHashMap<>();
      first(file);
      do {
        rows.computeIfAbsent(file.cell(series), id -> new SeriesRows())
            .add(file, time.read(), channels);
      } while (file.next());
      return new SeriesTable(rows.values().stream().map(SeriesRows::series).toList());
    }
  }

  /** Moves to the first row, which must be there. */
  private static void first(CsvFile file) throws IOException {
    if (!file.next()) {
      throw file.error("has no row; there must be some below the header");
    }
  }

  private int[] channels(CsvFile file) throws UnreadableExampleException {
    List<String> names = config.channels();
    int[] columns = new int[names.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = file.column(names.get(i));
    }
    return columns;
  }
}
