package io.perceiver.data;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.internal.data.ArchiveTree;
import io.perceiver.internal.data.Findings;
import io.perceiver.internal.data.Names;
import io.perceiver.internal.data.SourceRecords;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the rows of metadata into examples and gathers every mistake. Used by one thread. */
final class MetadataRows {
  private final FileTree files;
  private final MetadataConfig config;
  private final Request request;
  private final SourceRecords sources;
  private final List<Example> examples = new ArrayList<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> outside = new ArrayList<>();
  private boolean anyInSplit;
  private final Findings shape = new Findings("rows with too few or too many cells");
  private final Findings missing = new Findings("files that cannot be found");
  private final Findings empty = new Findings("rows that name no file");
  private final Findings twice = new Findings("files that are listed twice");
  private final Findings splits = new Findings("rows whose split is not that of their folder");

  public MetadataRows(FileTree files, MetadataConfig config, Request request) {
    this.files = files;
    this.config = config;
    this.request = request;
    this.sources = new SourceRecords(files);
  }

  /** Adds the rows of a metadata file. */
  void add(String metadata, Table table) throws IOException {
    Map<Integer, String> modalities = modalities(metadata, table.columns());
    for (Table.Row row : table.rows()) {
      String place = metadata + " " + row.name();
      if (row.cells().size() == table.columns().size()) {
        add(place, metadata, table.columns(), row.cells(), modalities);
      } else {
        shape.add(place);
      }
    }
  }

  /** The modality of each column that names files. */
  private Map<Integer, String> modalities(String metadata, List<String> columns) {
    Map<Integer, String> modalities = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      String name = columns.get(column);
      String suffix = "_" + MetadataFormat.FILE_NAME;
      if (columns.indexOf(name) != column && !name.isEmpty()) {
        problems.add(metadata + ": column '" + name + "' is there twice");
      } else if (name.equals(MetadataFormat.FILE_NAME)) {
        modalities.put(column, OneModality.of(config.modality(), request));
      } else if (name.endsWith(suffix)) {
        String modality = name.substring(0, name.length() - suffix.length());
        if (request.modalities().contains(modality)) {
          modalities.put(column, modality);
        }
      }
    }
    if (modalities.isEmpty()) {
      problems.add(
          "%s: has no column '%s'; it has %s"
              .formatted(metadata, MetadataFormat.FILE_NAME, String.join(", ", columns)));
    } else if (new HashSet<>(modalities.values()).size() < modalities.size()) {
      problems.add(metadata + ": two columns name files of one modality");
    }
    return modalities;
  }

  private void add(
      String place,
      String metadata,
      List<String> columns,
      List<String> cells,
      Map<Integer, String> modalities)
      throws IOException {
    Map<String, SourceRecord> found = new LinkedHashMap<>();
    List<String> own = new ArrayList<>();
    for (Map.Entry<Integer, String> each : modalities.entrySet()) {
      String cell = cells.get(each.getKey());
      if (!cell.isEmpty()) {
        Optional<String> path = path(metadata, cell);
        own.add(path.orElse(cell));
        source(place, cell, path).ifPresent(source -> found.put(each.getValue(), source));
      }
    }
    if (own.isEmpty()) {
      empty.add(place);
      return;
    }
    String id = own.get(0);
    if (own.stream().filter(path -> !paths.add(path)).count() > 0) {
      twice.add(place + " " + id);
      return;
    }
    String split = split(place, id, columns, cells);
    examples.add(new Example(id, split, targets(columns, cells), found));
  }

  /** A row's file relative to the tree, empty if it leaves it; backslashes are those of Windows. */
  static Optional<String> path(String metadata, String cell) {
    String folder = metadata.substring(0, metadata.lastIndexOf('/') + 1);
    String path = folder + cell.replace('\\', '/');
    try {
      return Optional.of(ArchiveTree.inside(metadata, path));
    } catch (PerceiverException e) {
      return Optional.empty();
    }
  }

  private Optional<SourceRecord> source(String place, String cell, Optional<String> path)
      throws IOException {
    try {
      Optional<SourceRecord> source = path.isEmpty() ? Optional.empty() : sources.find(path.get());
      if (source.isEmpty()) {
        missing.add(place + " " + cell + (path.isEmpty() ? " (leaves " + files.name() + ")" : ""));
      }
      return source;
    } catch (PerceiverException e) {
      missing.add(place + " " + e.getMessage());
      return Optional.empty();
    }
  }

  private String split(String place, String path, List<String> columns, List<String> cells) {
    String top = path.substring(0, Math.max(0, path.indexOf('/')));
    Optional<String> folder = Optional.of(top).filter(Splits::isUsual).map(Splits::canonical);
    int column = columns.indexOf(ManifestHeader.SPLIT);
    String named = column < 0 ? "" : Splits.canonical(cells.get(column));
    if (folder.isPresent() && !named.isEmpty() && !named.equals(folder.get())) {
      splits.add(place + " '" + named + "' (" + path + ")");
    }
    anyInSplit |= folder.isPresent();
    if (folder.isEmpty() && named.isEmpty()) {
      outside.add(path);
    }
    return named.isEmpty() ? folder.orElse(Splits.TRAIN) : named;
  }

  private Map<String, String> targets(List<String> columns, List<String> cells) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      if (request.targetColumns().contains(columns.get(column)) && !cells.get(column).isEmpty()) {
        targets.put(columns.get(column), Names.composed(cells.get(column)));
      }
    }
    return targets;
  }

  /** The files that rows name. */
  public Set<String> paths() {
    return paths;
  }

  /**
   * The examples, in the files' order.
   *
   * @throws InvalidSpecException with every mistake
   */
  List<Example> examples() {
    for (Findings findings : List.of(shape, empty, missing, twice, splits)) {
      findings.addTo(problems, files.name());
    }
    if (anyInSplit && !outside.isEmpty()) {
      Findings loose = new Findings("listed files lie in no split folder, though others do");
      outside.forEach(loose::add);
      loose.addTo(problems, files.name(), ". Move them, or give a column 'split'");
    }
    if (problems.isEmpty() && examples.isEmpty()) {
      problems.add(files.name() + ": its metadata lists no files");
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(problems);
    }
    return examples;
  }
}
