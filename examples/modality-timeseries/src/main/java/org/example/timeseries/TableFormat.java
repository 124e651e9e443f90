package org.example.timeseries;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code format: timeseries-table}: one long CSV file with a row for every time of every series,
 * and columns for the series' name, its split, its targets, the time and the channels. The file is
 * the one that was named, or {@code series.csv} in the folder. Examples are called by the name of
 * their series, and read as records of the file. Thread-safe.
 */
public final class TableFormat implements DatasetFormat<TableConfig> {
  private static final String USUAL_NAME = "series.csv";

  @Override
  public String name() {
    return "timeseries-table";
  }

  @Override
  public TableConfig defaults() {
    return TableConfig.defaults();
  }

  /** A named CSV file is taken for a manifest, so a table of another name needs the format's. */
  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isEmpty() && files.find(USUAL_NAME).isPresent();
  }

  @Override
  public List<Example> list(FileTree files, TableConfig config, Request request)
      throws IOException {
    String table = files.namedFile().orElse(USUAL_NAME);
    ExampleSource source =
        files
            .find(table)
            .orElseThrow(() -> new PerceiverException(files.name() + " holds no " + table));
    String modality = modality(config, request);
    try (CsvFile file = CsvFile.open(source)) {
      TableListing listing = new TableListing(source, file, config, request.targetColumns());
      while (file.next()) {
        listing.addRow();
      }
      return listing.examples(modality);
    }
  }

  private static String modality(TableConfig config, Request request) {
    List<String> names = List.copyOf(new TreeSet<>(request.modalities()));
    if (config.modality().isEmpty() && names.size() == 1) {
      return names.get(0);
    }
    Problems problems = new Problems("data");
    problems.check(
        names.contains(config.modality()),
        "modality",
        "'" + config.modality() + "'",
        "one of the model's modalities: " + String.join(", ", names));
    problems.throwIfAny();
    return config.modality();
  }
}
