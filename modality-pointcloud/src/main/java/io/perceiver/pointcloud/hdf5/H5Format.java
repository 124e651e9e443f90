package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code format: hdf5}: a folder of {@code .h5} files of clouds with their labels, as ModelNet40
 * ships. {@code train_files.txt}, {@code validation_files.txt} and {@code test_files.txt} say which
 * file is for what; without them the files' names do, {@code ply_data_train0.h5}. An example is
 * called {@code ply_data_train0.h5#17}.
 */
public final class H5Format implements DatasetFormat<H5Config> {
  private static final List<String> ENDINGS = List.of(".h5", ".hdf5");

  /** What names contain, and the split it stands for. */
  private static final Map<String, String> SPLITS =
      new TreeMap<>(Map.of("train", "train", "test", "test", "val", "validation"));

  @Override
  public String name() {
    return "hdf5";
  }

  @Override
  public H5Config defaults() {
    return H5Config.defaults();
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isEmpty() && !splits(files).isEmpty();
  }

  @Override
  public List<Example> list(FileTree files, H5Config config, Request request) throws IOException {
    Problems problems = new Problems("");
    String modality = modality(config, request, problems);
    Map<String, String> splits = splits(files);
    if (splits.isEmpty()) {
      problems.add(
          files.name()
              + " holds no HDF5 files called after a split; expected such as ply_data_train0.h5 and"
              + " ply_data_test0.h5, or train_files.txt and test_files.txt that list them");
    }
    H5Listing listing = new H5Listing(files, config, modality, problems);
    for (Map.Entry<String, String> file : splits.entrySet()) {
      listing.add(file.getKey(), file.getValue());
    }
    problems.throwIfAny();
    return listing.examples();
  }

  /** The split of every file that has one, in the order of their names. */
  private static Map<String, String> splits(FileTree files) throws IOException {
    Map<String, String> splits = new TreeMap<>();
    List<String> candidates =
        files.files().stream().filter(file -> ENDINGS.stream().anyMatch(file::endsWith)).toList();
    if (candidates.isEmpty()) {
      return splits;
    }
    for (String split : List.of("train", "validation", "test")) {
      for (String line : H5Listing.lines(files, split + "_files.txt")) {
        candidates.stream()
            .filter(file -> lastPart(file).equals(lastPart(line)))
            .forEach(file -> splits.put(file, split));
      }
    }
    return splits.isEmpty() ? splitsByName(candidates) : splits;
  }

  private static Map<String, String> splitsByName(List<String> candidates) {
    Map<String, String> splits = new TreeMap<>();
    for (String file : candidates) {
      String name = lastPart(file).toLowerCase(Locale.ROOT);
      SPLITS.forEach(
          (part, split) -> {
            if (name.contains(part)) {
              splits.putIfAbsent(file, split);
            }
          });
    }
    return splits;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String modality(H5Config config, Request request, Problems problems) {
    List<String> names = List.copyOf(new TreeSet<>(request.modalities()));
    if (config.modality().isEmpty()) {
      problems.check(
          names.size() == 1,
          "modality",
          "''",
          "one of the model's modalities, as it has not exactly one: " + String.join(", ", names));
      return names.isEmpty() ? "" : names.get(0);
    }
    problems.check(
        names.contains(config.modality()),
        "modality",
        "'" + config.modality() + "'",
        "one of the model's modalities: " + String.join(", ", names));
    return config.modality();
  }
}
