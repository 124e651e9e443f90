package io.perceiver.head;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One class of several.
 *
 * @param column of the manifest that names the class
 * @param classes their names, in the order of the outputs; empty takes those of the training data,
 *     sorted
 * @param classCount number of classes where no data names them; they are then 0, 1, …
 * @param norm whether the mean latent is normalised before the linear map (lucidrains) or not
 *     (paper)
 * @param zeroInit whether the linear map starts at zero (DeepMind)
 * @param labelSmoothing share of the target spread evenly over all classes, in training
 */
public record ClassificationConfig(
    @Setting("manifest column that names the class") String column,
    @Setting("names of the classes; [] takes those of the training data") List<String> classes,
    @Setting(
            value = "number of classes where neither list nor data names them",
            min = 0,
            max = MAX_CLASSES)
        int classCount,
    @Setting("whether the mean latent is normalised first") boolean norm,
    @Setting("whether the linear map starts at zero") boolean zeroInit,
    @Setting(
            value = "share of the target spread over all classes",
            min = 0,
            max = 1,
            belowMax = true)
        double labelSmoothing) {

  /** The column {@code label}, with the classes of the training data. */
  public static final ClassificationConfig DEFAULT =
      new ClassificationConfig("label", List.of(), 0, true, false, 0);

  private static final int MAX_CLASSES = 1 << 20;

  /** Checks the values. */
  public ClassificationConfig {
    classes = List.copyOf(classes);
    Problems problems = new Problems("");
    problems.check(!column.isBlank(), "column", "''", "the name of a manifest column");
    problems.check(
        new HashSet<>(classes).size() == classes.size(), "classes", classes, "different names");
    problems.checkRange("classCount", classCount, 0, MAX_CLASSES);
    problems.check(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "labelSmoothing",
        labelSmoothing,
        "from 0 to below 1");
    problems.throwIfAny();
  }

  /** With these classes. */
  public ClassificationConfig withClasses(List<String> names) {
    return new ClassificationConfig(column, names, 0, norm, zeroInit, labelSmoothing);
  }

  /** The names, or numbers where only their count is known; empty where neither is. */
  List<String> names() {
    return classes.isEmpty()
        ? IntStream.range(0, classCount).mapToObj(Integer::toString).toList()
        : classes;
  }
}
