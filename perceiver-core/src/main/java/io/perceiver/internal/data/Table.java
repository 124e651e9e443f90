package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table of texts, read from CSV or JSON Lines.
 *
 * @param columns the columns' names; empty for those without one
 * @param rows in the file's order, blank ones left out
 */
public record Table(List<String> columns, List<Row> rows) {

  /**
   * A row.
   *
   * @param name {@code row 2}, as a spreadsheet counts, or {@code line 2}
   * @param cells as many as there are columns, unless the file is wrong; empty if there is no value
   */
  public record Row(String name, List<String> cells) {}

  /** Whether a file's name says that it holds a JSON object on each line. */
  static boolean isJsonLines(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }

  /** Whether a file's name is that of a table. */
  public static boolean isTable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".tsv") || isJsonLines(name);
  }

  /**
   * Reads a file by its name's ending, as CSV if it has none that is known.
   *
   * @param name how messages call it
   * @param known names of columns that are expected, by which the separator of a CSV is chosen
   * @param plain tells which columns of JSON must not hold lists or objects
   */
  public static Table read(
      ExampleSource source, String name, Set<String> known, Predicate<String> plain)
      throws IOException {
    return isJsonLines(name)
        ? JsonLines.read(source, name, plain)
        : CsvTable.read(source, name, known);
  }
}
