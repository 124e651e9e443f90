package org.example.timeseries;

import io.perceiver.api.UnreadableExampleException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The time stamps of a file: all of them numbers, or all of them ISO-8601 instants such as {@code
 * 2024-05-01T12:00:00.25Z} or {@code 2024-05-01T14:00:00+02:00}. Used by one thread.
 */
final class TimeColumn {
  private final CsvFile file;
  private final int column;
  private boolean first = true;
  private boolean numbers;

  TimeColumn(CsvFile file, int column) {
    this.file = file;
    this.column = column;
  }

  /**
   * The time of the current row: the number, or seconds since 1970, exact to a microsecond.
   *
   * @throws UnreadableExampleException if it is neither, or another kind than the rows before
   */
  double read() throws UnreadableExampleException {
    String cell = file.cell(column);
    double number = CsvFile.parsed(cell);
    if (first) {
      numbers = Double.isFinite(number);
      first = false;
    }
    double time = numbers ? number : seconds(cell);
    if (!Double.isFinite(time)) {
      throw file.error(
          "the time is '"
              + CsvFile.shown(cell)
              + "'; allowed: a number in every row, or an instant such as 2024-05-01T12:00:00Z in"
              + " every row");
    }
    return time;
  }

  private static double seconds(String cell) {
    try {
      Instant instant = OffsetDateTime.parse(cell).toInstant();
      return instant.getEpochSecond() + instant.getNano() * 1e-9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }
}
