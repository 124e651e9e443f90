package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.internal.data.Findings;
import io.perceiver.internal.data.Names;
import io.perceiver.internal.data.SourceRecords;
import io.perceiver.internal.data.Splits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the rows of a manifest into examples and gathers every mistake. Used by one thread. */
final class ManifestRows {
  private final String manifest;
  private final ManifestHeader header;
  private final ManifestConfig config;
  private final SourceRecords sources;
  private final List<Example> examples = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Findings shape = new Findings("rows with too few or too many cells");
  private final Findings split = new Findings("rows without a split");
  private final Findings id = new Findings("rows whose id is empty or taken");
  private final Findings missing = new Findings("files that cannot be found");
  private final Findings empty =
      new Findings(
          "rows without any of the model's modalities (data.skipEmptyRows leaves them out)");

  ManifestRows(
      String manifest, ManifestHeader header, ManifestConfig config, SourceRecords sources) {
    this.manifest = manifest;
    this.header = header;
    this.config = config;
    this.sources = sources;
  }

  /**
   * Adds a row.
   *
   * @param name {@code row 2}, as a spreadsheet counts, the header being 1
   */
  void add(String name, List<String> cells) throws IOException {
    if (cells.size() != header.size()) {
      shape.add(name + " has " + cells.size() + ", the header " + header.size());
      return;
    }
    String exampleId = header.column(ManifestHeader.ID).map(cells::get).orElse(name);
    if (exampleId.isEmpty() || !ids.add(exampleId)) {
      id.add(name + " '" + exampleId + "'");
    }
    String splitName = header.column(ManifestHeader.SPLIT).map(cells::get).orElse(Splits.TRAIN);
    if (splitName.isEmpty()) {
      split.add(name);
    }
    boolean named = header.names().stream().anyMatch(c -> isNamed(c, cells));
    Map<String, SourceRecord> found = sources(name, cells);
    if (named) {
      examples.add(
          new Example(
              exampleId, Splits.canonical(Names.composed(splitName)), targets(cells), found));
    } else if (config.skipEmptyRows()) {
      leftOut.add(name);
    } else {
      empty.add(name);
    }
  }

  private boolean isNamed(String column, List<String> cells) {
    return header.isModality(column) && !cells.get(header.names().indexOf(column)).isEmpty();
  }

  private Map<String, String> targets(List<String> cells) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      String name = header.names().get(column);
      if (header.isTarget(name) && !cells.get(column).isEmpty()) {
        targets.put(name, Names.composed(cells.get(column)));
      }
    }
    return targets;
  }

  private Map<String, SourceRecord> sources(String row, List<String> cells) throws IOException {
    Map<String, SourceRecord> found = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      String modality = header.names().get(column);
      String cell = cells.get(column);
      if (header.isModality(modality) && !cell.isEmpty()) {
        source(row, cell).ifPresent(source -> found.put(modality, source));
      }
    }
    return found;
  }

  private Optional<SourceRecord> source(String row, String cell) throws IOException {
    try {
      Optional<SourceRecord> source = sources.find(cell);
      if (source.isEmpty()) {
        missing.add(row + " " + cell);
      }
      return source;
    } catch (PerceiverException e) {
      missing.add(row + " " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What to tell about rows that were left out on request; empty where none was. */
  Optional<String> leftOut() {
    if (leftOut.isEmpty()) {
      return Optional.empty();
    }
    String counted = leftOut.size() == 1 ? "1 row" : leftOut.size() + " rows";
    return Optional.of(
        "%s: %s without any of the model's modalities left out, as data.skipEmptyRows asks; the"
                .formatted(manifest, counted)
            + " first is "
            + leftOut.get(0));
  }

  /**
   * The examples, in the file's order.
   *
   * @throws InvalidSpecException with every mistake
   */
  List<Example> examples() {
    List<String> problems = new ArrayList<>();
    for (Findings findings : List.of(shape, split, id, missing, empty)) {
      findings.addTo(problems, manifest);
    }
    if (problems.isEmpty() && examples.isEmpty()) {
      problems.add(manifest + ": lists no examples");
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(problems);
    }
    return examples;
  }
}
