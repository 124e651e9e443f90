package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code format: hdf5}: a folder of {@code .h5} files of clouds with their labels, as ModelNet40
 * ships. {@code train_files.txt}, {@code validation_files.txt} and {@code test_files.txt} say which
 * file is for what; without them the files' names do, {@code ply_data_train0.h5}. An example is
 * called {@code ply_data_train0.h5#17}.
 */
public final class H5Format implements DatasetFormat<H5Config> {

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
    return files.namedFile().isEmpty() && !H5Splits.of(files).isEmpty();
  }

  @Override
  public List<Example> list(FileTree files, H5Config config, Request request) throws IOException {
    Problems problems = new Problems("");
    String modality = modality(config, request, problems);
    H5Splits splits = H5Splits.of(files);
    splits.problems().forEach(problems::add);
    if (splits.isEmpty()) {
      problems.add(
          files.name()
              + " holds no HDF5 files called after a split; expected such as ply_data_train0.h5 and"
              + " ply_data_test0.h5, or train_files.txt and test_files.txt that list them");
    }
    H5Listing listing = new H5Listing(files, config, modality, problems);
    for (Map.Entry<String, String> file : splits.byFile().entrySet()) {
      listing.add(file.getKey(), file.getValue());
    }
    problems.throwIfAny();
    return listing.examples();
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
