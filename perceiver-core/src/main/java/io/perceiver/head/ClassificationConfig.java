package io.perceiver.head;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

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
 * @param balanced whether classes count the more, the rarer they are in the training data: the
 *     weight of each is examples / (classes × its examples)
 * @param classWeights what an example of each class counts, in the order of the classes; empty for
 *     all alike, or for what {@code balanced} gives
 * @param focal γ of the focal loss (Lin et al. 2017): what is recognised with probability p counts
 *     (1 − p)^γ as much; 0 for plain cross-entropy
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
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
        double labelSmoothing,
    @Setting("whether rare classes count more in the loss") boolean balanced,
    @Setting(value = "what an example of each class counts; [] for all alike", min = 0)
        List<Double> classWeights,
    @Setting(value = "gamma of the focal loss; 0 for plain cross-entropy", min = 0, max = MAX_FOCAL)
        double focal) {

  /** The column {@code label}, with the classes of the training data. */
  public static final ClassificationConfig DEFAULT =
      new ClassificationConfig("label", List.of(), 0, true, false, 0, false, List.of(), 0);

  private static final int MAX_CLASSES = 1 << 20;
  private static final double MAX_FOCAL = 100;

  /** Checks the values. */
  public ClassificationConfig {
    classes = List.copyOf(classes);
    classWeights = List.copyOf(classWeights);
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
    int known = Math.max(classes.size(), classCount);
    problems.check(
        classWeights.isEmpty() || known == 0 || classWeights.size() == known,
        "classWeights",
        classWeights.size() + " weights",
        "one for each of the " + known + " classes, or none");
    problems.check(
        classWeights.stream().allMatch(weight -> weight >= 0 && Double.isFinite(weight)),
        "classWeights",
        classWeights,
        "numbers of 0 or more");
    problems.check(focal >= 0 && focal <= MAX_FOCAL, "focal", focal, "0 to " + MAX_FOCAL);
    problems.throwIfAny();
  }

  /** Returns this configuration with named classes. */
  public ClassificationConfig withClasses(List<String> names) {
    return resolved(names, classWeights);
  }

  /** Returns this configuration with so many classes, named 0, 1, …. */
  public ClassificationConfig withClassCount(int count) {
    return new ClassificationConfig(
        column, List.of(), count, norm, zeroInit, labelSmoothing, balanced, classWeights, focal);
  }

  /** Returns this configuration with classes, and what an example of each counts. */
  ClassificationConfig resolved(List<String> names, List<Double> weights) {
    return new ClassificationConfig(
        column, names, 0, norm, zeroInit, labelSmoothing, balanced, weights, focal);
  }

  /** The names, or numbers where only their count is known; empty where neither is. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public List<String> names() {
    return classes.isEmpty()
        ? IntStream.range(0, classCount).mapToObj(Integer::toString).toList()
        : classes;
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public ClassificationConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link ClassificationConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public String column;
    public List<String> classes;
    public int classCount;
    public boolean norm;
    public boolean zeroInit;
    public double labelSmoothing;
    public boolean balanced;
    public List<Double> classWeights;
    public double focal;

    private Edit(ClassificationConfig from) {
      column = from.column;
      classes = from.classes;
      classCount = from.classCount;
      norm = from.norm;
      zeroInit = from.zeroInit;
      labelSmoothing = from.labelSmoothing;
      balanced = from.balanced;
      classWeights = from.classWeights;
      focal = from.focal;
    }

    private ClassificationConfig made() {
      return new ClassificationConfig(
          column,
          classes,
          classCount,
          norm,
          zeroInit,
          labelSmoothing,
          balanced,
          classWeights,
          focal);
    }
  }
}
