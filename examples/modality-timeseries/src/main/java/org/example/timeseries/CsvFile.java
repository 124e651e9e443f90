package org.example.timeseries;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file in UTF-8 whose first line names the columns, read row by row; empty lines are skipped.
 * Every error names the file and the line. Used by one thread.
 */
final class CsvFile implements Closeable {
  private static final int SHOWN = 40;

  private final String name;
  private final BufferedReader lines;
  private List<String> columns = List.of();
  private List<String> cells = List.of();
  private int line;

  private CsvFile(ExampleSource source) throws IOException {
    name = source.name();
    // a decoder of its own refuses what is no UTF-8, where the charset's name would replace it
    lines =
        new BufferedReader(
            new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder()));
  }

  /** Opens a file and reads its header. */
  static CsvFile open(ExampleSource source) throws IOException {
    CsvFile file = new CsvFile(source);
    try {
      file.readHeader();
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void readHeader() throws IOException {
    String header = nextLine();
    if (header == null) {
      throw new UnreadableExampleException(name, "is empty; its first line must name the columns");
    }
    columns = split(header.startsWith("\uFEFF") ? header.substring(1) : header);
    if (new HashSet<>(columns).size() < columns.size()) {
      throw error("two columns have one name: " + shown(String.join(", ", columns)));
    }
  }

  /** Names of the columns. */
  List<String> columns() {
    return columns;
  }

  /**
   * Index of a column; to be asked before the first row.
   *
   * @throws UnreadableExampleException if there is none of that name
   */
  int column(String column) throws UnreadableExampleException {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw error("has no column '" + column + "'; it has " + shown(String.join(", ", columns)));
    }
    return index;
  }

  /** Moves to the next row; false after the last one. */
  boolean next() throws IOException {
    String row = nextLine();
    if (row == null) {
      return false;
    }
    cells = split(row);
    if (cells.size() != columns.size()) {
      throw error("has " + cells.size() + " cells; the header names " + columns.size());
    }
    return true;
  }

  /** A cell of the current row, without blanks around it. */
  String cell(int column) {
    return cells.get(column);
  }

  /**
   * The number in a cell of the current row; NaN where the cell is empty.
   *
   * @throws UnreadableExampleException if the cell holds anything else, also NaN and infinity
   */
  double number(int column) throws UnreadableExampleException {
    String cell = cell(column);
    double number = cell.isEmpty() ? Double.NaN : parsed(cell);
    if (!cell.isEmpty() && !Double.isFinite(number)) {
      throw error(
          columns.get(column) + " is '" + shown(cell) + "'; allowed: a number, or nothing at all");
    }
    return number;
  }

  /** The number a text is; NaN where it is none. */
  static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Number of the current line, from 1. */
  int line() {
    return line;
  }

  /** An error of the current line. */
  UnreadableExampleException error(String reason) {
    return new UnreadableExampleException(name, "line " + line + ": " + reason);
  }

  /** A text fit for a message, whatever the file holds. */
  static String shown(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private @Nullable String nextLine() throws IOException {
    try {
      String text;
      do {
        line++;
        text = lines.readLine();
      } while (text != null && text.isBlank());
      return text;
    } catch (CharacterCodingException e) {
      throw new UnreadableExampleException(name, "is not a text in UTF-8", e);
    }
  }

  private List<String> split(String text) throws UnreadableExampleException {
    List<String> found = CsvLine.cells(text);
    if (found.isEmpty()) {
      throw error("has a quote that is not closed");
    }
    return found;
  }
}
