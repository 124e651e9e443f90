package org.example.timeseries;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV file; a cell may stand in quotes, a quote inside is doubled. */
final class CsvLine {
  private CsvLine() {}

  /** The cells, without blanks around them; none at all where a quote is not closed. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && line.startsWith("\"", i + 1)) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return quoted ? List.of() : cells;
  }
}
