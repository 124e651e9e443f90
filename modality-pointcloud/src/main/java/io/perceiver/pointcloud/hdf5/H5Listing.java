package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Lists the records of HDF5 files, one file after another. Used by one thread, once. */
final class H5Listing {
  private static final int MOST_TEXT_BYTES = 1 << 20;
  private static final String NAMES_FILE = "shape_names.txt";
  private static final String LABEL = "label";
  private static final String DATA = "data";

  private final FileTree files;
  private final H5Config config;
  private final String modality;
  private final Problems problems;
  private final List<String> names;
  private final List<Example> examples = new ArrayList<>();

  H5Listing(FileTree files, H5Config config, String modality, Problems problems)
      throws IOException {
    this.files = files;
    this.config = config;
    this.modality = modality;
    this.problems = problems;
    this.names = config.labels().isEmpty() ? storedNames() : config.labels();
  }

  /** The files of a name, in whichever folders they lie. */
  static List<String> named(FileTree files, String name) throws IOException {
    return files.files().stream().filter(file -> ("/" + file).endsWith("/" + name)).toList();
  }

  /** The lines of a small text file, without empty ones. */
  static List<String> lines(FileTree files, String path) throws IOException {
    try (InputStream stream = source(files, path).open()) {
      String text = new String(stream.readNBytes(MOST_TEXT_BYTES), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
  }

  /** The names of the classes; none where no file says them. */
  private List<String> storedNames() throws IOException {
    Map<List<String>, String> found = new LinkedHashMap<>();
    for (String path : named(files, NAMES_FILE)) {
      found.putIfAbsent(lines(files, path), path);
    }
    if (found.size() > 1) {
      problems.add(
          String.join(" and ", found.values())
              + " name different classes; keep one, or name the classes as data.labels");
    }
    return found.isEmpty() ? List.of() : found.keySet().iterator().next();
  }

  /** What was listed so far. */
  List<Example> examples() {
    return examples;
  }

  /** Lists one file, or adds what is wrong with it to the problems. */
  void add(String path, String split) throws IOException {
    ExampleSource source = source(files, path);
    try (H5File file = H5File.open(source)) {
      List<Integer> shape = file.shape(DATA);
      H5Array labels = file.array(LABEL);
      if (shape.isEmpty() || labels.values().length != shape.get(0)) {
        throw new UnreadableExampleException(
            source.name(),
            "its dataset 'data' has shape "
                + shape
                + ", but there are "
                + labels.values().length
                + " labels");
      }
      add(path, split, source, labels);
    } catch (UnreadableExampleException damaged) {
      problems.add(String.valueOf(damaged.getMessage()));
    }
  }

  private void add(String path, String split, ExampleSource source, H5Array labels)
      throws UnreadableExampleException {
    for (int record = 0; record < labels.values().length; record++) {
      String label = label(source, record, labels.values()[record]);
      examples.add(
          new Example(
              path + "#" + record,
              split,
              Map.of(config.label(), label),
              Map.of(modality, new SourceRecord(source, OptionalInt.of(record)))));
    }
  }

  private String label(ExampleSource source, int record, float number)
      throws UnreadableExampleException {
    int label = (int) number;
    if (label != number || label < 0 || (!names.isEmpty() && label >= names.size())) {
      throw new UnreadableExampleException(
          source.name(),
          "record "
              + record
              + " is of class "
              + number
              + "; allowed: whole numbers from 0"
              + (names.isEmpty() ? "" : " to " + (names.size() - 1) + ", as there are names"));
    }
    return names.isEmpty() ? Integer.toString(label) : names.get(label);
  }

  private static ExampleSource source(FileTree files, String path) throws IOException {
    return files
        .find(path)
        .orElseThrow(() -> new IOException(path + " has disappeared from " + files.name()));
  }
}
