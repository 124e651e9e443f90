package io.perceiver.internal.head;

import io.perceiver.head.MultiLabelConfig;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Labels in the cells of a manifest. */
public final class LabelCells {
  private LabelCells() {}

  /** Returns the labels of a row, without blanks around them; empty if they are not known. */
  public static Optional<Set<String>> read(Map<String, String> row, MultiLabelConfig config) {
    String cell = row.getOrDefault(config.column(), "").strip();
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Set<String> labels = new TreeSet<>();
    if (!cell.equals(config.noLabels())) {
      Arrays.stream(cell.split(Pattern.quote(config.separator()), -1))
          .map(String::strip)
          .filter(label -> !label.isEmpty())
          .forEach(labels::add);
    }
    return Optional.of(labels);
  }
}
