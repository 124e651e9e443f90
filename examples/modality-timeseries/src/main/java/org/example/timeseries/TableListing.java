package org.example.timeseries;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.Problems;
import io.perceiver.api.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the series of a table, with what every row of one must say alike. For one thread. */
final class TableListing {
  private final ExampleSource source;
  private final CsvFile file;
  private final TableConfig config;
  private final Problems problems = new Problems("");
  private final Map<String, Integer> described = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> series = new LinkedHashMap<>();
  private final Set<String> contradicted = new TreeSet<>();

  TableListing(ExampleSource source, CsvFile file, TableConfig config, Set<String> targets) {
    this.source = source;
    this.file = file;
    this.config = config;
    Set<String> columns = new TreeSet<>(targets);
    columns.add(config.series());
    for (String column : columns) {
      if (file.columns().contains(column)) {
        described.put(column, file.columns().indexOf(column));
      } else {
        problems.add(String.valueOf(file.error("has no column '" + column + "'").getMessage()));
      }
    }
    if (file.columns().contains(config.split())) {
      described.put(config.split(), file.columns().indexOf(config.split()));
    }
    problems.throwIfAny();
  }

  /** Takes the file's current row. */
  void addRow() {
    Map<String, String> row = new LinkedHashMap<>();
    described.forEach((column, index) -> row.put(column, file.cell(index)));
    String id = row.getOrDefault(config.series(), "");
    Map<String, String> before = series.putIfAbsent(id, row);
    if (id.isEmpty()) {
      problems.add(String.valueOf(file.error("names no series").getMessage()));
    } else if (before != null && !before.equals(row) && contradicted.add(id)) {
      String difference = "series '" + id + "' is " + row + " here, and above " + before;
      problems.add(String.valueOf(file.error(difference).getMessage()));
    }
  }

  /**
   * The series, in the order in which they begin.
   *
   * @throws io.perceiver.api.InvalidSpecException with every mistake of the rows
   */
  List<Example> examples(String modality) {
    problems.throwIfAny();
    List<Example> examples = new ArrayList<>();
    for (Map<String, String> row : series.values()) {
      SourceRecord record = new SourceRecord(source, OptionalInt.of(examples.size()));
      examples.add(example(row, Map.of(modality, record)));
    }
    return examples;
  }

  private Example example(Map<String, String> row, Map<String, SourceRecord> sources) {
    Map<String, String> targets = new LinkedHashMap<>(row);
    String id = String.valueOf(targets.remove(config.series()));
    String split = targets.remove(config.split());
    targets.values().removeIf(String::isEmpty);
    return new Example(id, split == null ? "train" : split, targets, sources);
  }
}
