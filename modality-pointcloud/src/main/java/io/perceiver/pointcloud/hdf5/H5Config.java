package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;

/**
 * How a folder of HDF5 files becomes examples.
 *
 * @param modality the model's modality the clouds are for; empty for its only one
 * @param label column the labels are given under
 * @param labels names of the classes, in the order of their numbers; empty takes {@code
 *     shape_names.txt}, or the numbers where there is no such file
 */
public record H5Config(
    @Setting("the model's modality the clouds are for; empty for its only one") String modality,
    @Setting("column the labels are given under") String label,
    @Setting(
            "names of the classes, in the order of their numbers; [] takes shape_names.txt, or leaves"
                + " the numbers")
        List<String> labels) {

  /**
   * Checks the names.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public H5Config {
    labels = List.copyOf(labels);
    Problems problems = new Problems("");
    problems.check(!label.isBlank(), "label", "'" + label + "'", "a column name");
    problems.check(
        new HashSet<>(labels).size() == labels.size(), "labels", labels, "each name once");
    problems.throwIfAny();
  }

  /**
   * For the model's only modality, names by {@code shape_names.txt}, in the column {@code label}.
   */
  public static H5Config defaults() {
    return new H5Config("", "label", List.of());
  }
}
