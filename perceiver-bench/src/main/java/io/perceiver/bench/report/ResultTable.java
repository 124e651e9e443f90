package io.perceiver.bench.report;

import io.perceiver.api.PerceiverException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of figures.
 *
 * @param name what programs call it: lower case words joined by hyphens
 * @param columns their headings
 * @param rows as many cells each as there are columns
 */
public record ResultTable(String name, List<String> columns, List<List<Cell>> rows) {

  /** Checks that every row is whole. */
  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new PerceiverException(
            "table '%s': a row has %d cells for the columns %s"
                .formatted(name, row.size(), columns));
      }
    }
  }

  /** Creates one without rows yet. */
  public static ResultTable of(String name, String... columns) {
    return new ResultTable(name, List.of(columns), List.of());
  }

  /** Returns a copy with one row more. */
  public ResultTable row(Cell... cells) {
    List<List<Cell>> more = new ArrayList<>(rows);
    more.add(List.of(cells));
    return new ResultTable(name, columns, more);
  }
}
