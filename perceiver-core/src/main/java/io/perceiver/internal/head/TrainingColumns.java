package io.perceiver.internal.head;

import io.perceiver.internal.text.Nearest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Columns of the training examples. */
public final class TrainingColumns {
  private TrainingColumns() {}

  /**
   * Says why a column cannot be read, if no example has a value in it.
   *
   * @param key of the configuration that names the column
   * @param rows the rows of the training examples, by column name
   * @return empty if some example has a value
   */
  public static Optional<String> missing(
      String key, String column, Collection<Map<String, String>> rows) {
    Set<String> filled = new TreeSet<>();
    for (Map<String, String> row : rows) {
      row.forEach(
          (name, cell) -> {
            if (!cell.isBlank()) {
              filled.add(name);
            }
          });
    }
    return filled.contains(column)
        ? Optional.empty()
        : Optional.of(
            "%s: no training example has a value in the column '%s'; they have values in %s.%s"
                .formatted(key, column, filled, Nearest.question(column, filled)));
  }
}
