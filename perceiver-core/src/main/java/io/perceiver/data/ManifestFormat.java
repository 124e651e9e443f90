package io.perceiver.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.SourceRecords;
import io.perceiver.internal.data.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code format: manifest}: a CSV file in UTF-8 with a header, or JSON Lines. Columns are {@code
 * split} and {@code id}, both optional, the heads' targets, and one for each modality. A modality's
 * cell is a path relative to the manifest, {@code archive.zip!/entry} or {@code file#record}; an
 * empty one means that the modality is missing. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ManifestFormat implements DatasetFormat<ManifestConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestFormat.class);
  private static final List<String> USUAL_NAMES =
      List.of("manifest.csv", "manifest.tsv", "manifest.jsonl");

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public ManifestConfig defaults() {
    return new ManifestConfig(List.of(), false);
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isPresent()
        ? Table.isTable(files.namedFile().get()) && !MetadataFormat.isIn(files)
        : isIn(files);
  }

  /** Whether a manifest of a usual name lies on top of a tree. */
  static boolean isIn(FileTree files) throws IOException {
    return !usualIn(files).isEmpty();
  }

  private static List<String> usualIn(FileTree files) throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : USUAL_NAMES) {
      if (files.find(name).isPresent()) {
        found.add(name);
      }
    }
    return found;
  }

  @Override
  public List<Example> list(FileTree files, ManifestConfig config, Request request)
      throws IOException {
    String manifest = files.namedFile().isPresent() ? files.namedFile().get() : usual(files);
    ExampleSource source =
        files
            .find(manifest)
            .orElseThrow(() -> new PerceiverException(files.name() + " holds no " + manifest));
    Table table =
        Table.read(
            source,
            manifest,
            ManifestHeader.allowed(request, config.ignore()),
            column -> !config.ignore().contains(column));
    ManifestHeader header = ManifestHeader.of(manifest, table.columns(), request, config.ignore());
    header.unnamed().ifPresent(LOG::warn);
    ManifestRows examples = new ManifestRows(manifest, header, config, new SourceRecords(files));
    for (Table.Row row : table.rows()) {
      examples.add(row.name(), row.cells());
    }
    List<Example> found = examples.examples();
    examples.leftOut().ifPresent(LOG::warn);
    return found;
  }

  private static String usual(FileTree files) throws IOException {
    List<String> found = usualIn(files);
    if (found.size() != 1) {
      throw new PerceiverException(
          found.isEmpty()
              ? files.name() + " holds no " + USUAL_NAMES.get(0)
              : "%s holds %s; name one as data.path"
                  .formatted(files.name(), String.join(" and ", found)));
    }
    return found.get(0);
  }
}
