package io.perceiver.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.Litter;
import io.perceiver.internal.data.Names;
import io.perceiver.internal.data.Skipped;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code format: metadata}: files with a {@code metadata.csv} or {@code metadata.jsonl} beside
 * them, as Hugging Face's {@code imagefolder} and {@code audiofolder} read it. The column {@code
 * file_name} names a file relative to the metadata, {@code image_file_name} one of modality {@code
 * image}; folders {@code train}, {@code validation} and {@code test} are the splits; other columns
 * are targets. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MetadataFormat implements DatasetFormat<MetadataConfig> {
  static final String FILE_NAME = "file_name";

  private static final Logger LOG = LoggerFactory.getLogger(MetadataFormat.class);
  private static final Set<String> NAMES = Set.of("metadata.csv", "metadata.jsonl");
  private static final String UNLISTED = "not listed in the metadata";

  @Override
  public String name() {
    return "metadata";
  }

  @Override
  public MetadataConfig defaults() {
    return new MetadataConfig("");
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return isIn(files) && (files.namedFile().isPresent() || !ManifestFormat.isIn(files));
  }

  /** Whether a tree has metadata on top or in its split folders, with a column of file names. */
  static boolean isIn(FileTree files) throws IOException {
    Optional<String> first =
        files.namedFile().isPresent()
            ? files.namedFile().filter(NAMES::contains)
            : files.files().stream().filter(MetadataFormat::isUsual).findFirst();
    return first.isPresent()
        && read(files, first.get(), Set.of()).columns().stream()
            .anyMatch(MetadataFormat::isFileName);
  }

  private static boolean isUsual(String path) {
    int slash = path.indexOf('/');
    return NAMES.contains(path.substring(slash + 1))
        && (slash < 0 || Splits.isUsual(path.substring(0, slash)));
  }

  private static boolean isFileName(String column) {
    return column.equals(FILE_NAME) || column.endsWith("_" + FILE_NAME);
  }

  @Override
  public List<Example> list(FileTree files, MetadataConfig config, Request request)
      throws IOException {
    MetadataRows rows = rows(files, config, request);
    List<Example> examples = rows.examples();
    skipped(files, rows.paths()).forEach(skipped -> LOG.warn("{}: {}", files.name(), skipped));
    return examples;
  }

  /** The rows of all metadata of a tree. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static MetadataRows rows(FileTree files, MetadataConfig config, Request request)
      throws IOException {
    MetadataRows rows = new MetadataRows(files, config, request);
    for (String path : metadata(files)) {
      rows.add(path, read(files, path, request.targetColumns()));
    }
    return rows;
  }

  /** The files of a tree that are not among those listed, by reason. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static List<Skipped> skipped(FileTree files, Set<String> listed) throws IOException {
    Set<String> composed = new HashSet<>();
    listed.forEach(path -> composed.add(Names.composed(path)));
    List<String> all = files.files();
    List<Skipped> skipped = new ArrayList<>();
    Skipped.litter(all).ifPresent(skipped::add);
    Skipped.of(
            UNLISTED,
            all.stream()
                .filter(file -> !Litter.is(file) && !isMetadata(file))
                .filter(file -> !composed.contains(Names.composed(file)))
                .toList())
        .ifPresent(skipped::add);
    return skipped;
  }

  private static boolean isMetadata(String path) {
    return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** The file that was named, or all of the tree. */
  private static List<String> metadata(FileTree files) throws IOException {
    if (files.namedFile().isPresent()) {
      return List.of(files.namedFile().get());
    }
    List<String> found =
        files.files().stream().filter(file -> isMetadata(file) && !Litter.is(file)).toList();
    if (found.isEmpty()) {
      throw new PerceiverException(files.name() + ": holds no metadata.csv or metadata.jsonl");
    }
    Set<String> folders = new HashSet<>();
    for (String path : found) {
      if (!folders.add(path.substring(0, path.lastIndexOf('/') + 1))) {
        throw new PerceiverException(
            "%s: holds both metadata.csv and metadata.jsonl in one folder (%s); remove one"
                .formatted(files.name(), path));
      }
    }
    return found;
  }

  private static Table read(FileTree files, String path, Set<String> targets) throws IOException {
    ExampleSource source =
        files.find(path).orElseThrow(() -> new PerceiverException(path + ": vanished"));
    Set<String> known = new HashSet<>(targets);
    known.add(FILE_NAME);
    return Table.read(
        source, path, known, column -> targets.contains(column) || isFileName(column));
  }
}
