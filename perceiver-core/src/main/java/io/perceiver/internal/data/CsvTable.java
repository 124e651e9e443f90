package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.PerceiverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads CSV files in UTF-8 whose first row names the columns. */
final class CsvTable {
  private static final Pattern OPEN_QUOTE =
      Pattern.compile("startline (\\d+)\\) EOF reached before encapsulated token");
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(true).get();

  private CsvTable() {}

  /**
   * Reads a file. A first line such as {@code sep=;}, which Excel understands, names the separator
   * and is not counted as a row.
   *
   * @param known names of columns that are expected, by which the separator is chosen
   * @throws PerceiverException if it is not such a file
   */
  static Table read(ExampleSource source, String name, Set<String> known) throws IOException {
    try {
      CsvSeparator separator = CsvSeparator.of(source, name, known);
      try (BufferedReader text = Utf8Text.open(source)) {
        if (separator.named()) {
          text.readLine();
        }
        try (CSVParser parser = format(separator.character()).parse(text)) {
          return table(name, parser);
        }
      }
    } catch (CharacterCodingException e) {
      throw Utf8Text.notUtf8(name, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw Utf8Text.notUtf8(name, e);
      }
      throw new PerceiverException(name + ": is not readable CSV: " + reason(e.getMessage()), e);
    }
  }

  /** The library's words for the one mistake that it finds, in words for people. */
  private static String reason(@Nullable String message) {
    Matcher open = OPEN_QUOTE.matcher(String.valueOf(message));
    return open.find()
        ? "a quotation mark in line " + open.group(1) + " is opened and never closed"
        : String.valueOf(message).replaceFirst("^(\\w+\\.)+\\w+: ", "");
  }

  /** The dialect with a separator. */
  static CSVFormat format(char separator) {
    return CSV.builder().setDelimiter(separator).get();
  }

  private static Table table(String name, CSVParser parser) {
    List<String> columns = List.of();
    List<Table.Row> rows = new ArrayList<>();
    for (CSVRecord record : parser) {
      List<String> cells = record.toList();
      if (record.getRecordNumber() == 1) {
        columns = cells;
      } else if (!cells.stream().allMatch(String::isEmpty)) {
        rows.add(new Table.Row("row " + record.getRecordNumber(), cells));
      }
    }
    if (columns.isEmpty()) {
      throw new PerceiverException(name + ": is empty; its first row must name the columns");
    }
    return new Table(columns, rows);
  }
}
