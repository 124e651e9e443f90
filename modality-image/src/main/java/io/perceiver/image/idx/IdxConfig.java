package io.perceiver.image.idx;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;

/**
 * How a pair of IDX files becomes examples.
 *
 * @param modality the model's modality the images are for; empty for its only one
 * @param label column the labels are given under
 * @param labels names of the classes by their number; empty leaves the numbers
 */
public record IdxConfig(
    @Setting("the model's modality the images are for; empty for its only one") String modality,
    @Setting("column the labels are given under") String label,
    @Setting("names of the classes, in the order of their numbers; [] leaves the numbers")
        List<String> labels) {

  /**
   * Checks the names.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public IdxConfig {
    labels = List.copyOf(labels);
    Problems problems = new Problems("");
    problems.check(!label.isBlank(), "label", "'" + label + "'", "a column name");
    problems.check(
        new HashSet<>(labels).size() == labels.size(), "labels", labels, "each name once");
    problems.throwIfAny();
  }

  /** For the model's only modality, numbers as they are in the column {@code label}. */
  public static IdxConfig defaults() {
    return new IdxConfig("", "label", List.of());
  }
}
