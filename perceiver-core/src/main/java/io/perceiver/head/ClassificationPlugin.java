package io.perceiver.head;

import io.perceiver.api.Head;
import io.perceiver.api.HeadPlugin;
import io.perceiver.api.InvalidSpecException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code heads: {NAME: {type: classification}}}. */
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
    if (!config.names().isEmpty()) {
      return config.withClasses(config.names());
    }
    List<String> found =
        rows.stream()
            .map(row -> row.get(config.column()))
            .filter(Objects::nonNull)
            .filter(label -> !label.isBlank())
            .distinct()
            .sorted()
            .toList();
    if (found.size() < 2) {
      throw new InvalidSpecException(
          List.of(
              "classes: column '"
                  + config.column()
                  + "' of the training data names "
                  + found
                  + "; at least 2 classes are needed"));
    }
    return config.withClasses(found);
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
