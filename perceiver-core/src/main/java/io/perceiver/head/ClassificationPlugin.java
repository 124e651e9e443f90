package io.perceiver.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.head.TrainingColumns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** {@code heads: {NAME: {type: classification}}}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClassificationPlugin implements HeadPlugin<ClassificationConfig> {

  @Override
  public String name() {
    return "classification";
  }

  @Override
  public ClassificationConfig defaults() {
    return ClassificationConfig.DEFAULT;
  }

  @Override
  public ClassificationConfig resolve(
      ClassificationConfig config, Collection<Map<String, String>> rows) {
    List<String> names = config.names().isEmpty() ? named(config, rows) : config.names();
    boolean weighs = config.balanced() && config.classWeights().isEmpty();
    return config.resolved(names, weighs ? balanced(config, names, rows) : config.classWeights());
  }

  private static List<String> named(
      ClassificationConfig config, Collection<Map<String, String>> rows) {
    refuseMissing(config, rows);
    List<String> found = labels(config, rows).distinct().sorted().toList();
    if (found.size() < 2) {
      throw new InvalidSpecException(
          List.of(
              "classes: column '"
                  + config.column()
                  + "' of the training data names "
                  + found
                  + "; at least 2 classes are needed"));
    }
    return found;
  }

  private static void refuseMissing(
      ClassificationConfig config, Collection<Map<String, String>> rows) {
    TrainingColumns.missing("column", config.column(), rows)
        .ifPresent(
            problem -> {
              throw new InvalidSpecException(List.of(problem));
            });
  }

  private static Stream<String> labels(
      ClassificationConfig config, Collection<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> row.get(config.column()))
        .filter(Objects::nonNull)
        .filter(label -> !label.isBlank());
  }

  /**
   * Examples / (classes × examples of the class); a class without examples counts as much as one.
   */
  private static List<Double> balanced(
      ClassificationConfig config, List<String> names, Collection<Map<String, String>> rows) {
    Map<String, Long> counts =
        labels(config, rows).collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    return names.stream()
        .map(name -> Math.max(1, all) / (names.size() * (double) counts.getOrDefault(name, 1L)))
        .toList();
  }

  @Override
  public Set<String> columns(ClassificationConfig config) {
    return Set.of(config.column());
  }

  @Override
  public Head create(ClassificationConfig config) {
    return new ClassificationHead(config);
  }
}
