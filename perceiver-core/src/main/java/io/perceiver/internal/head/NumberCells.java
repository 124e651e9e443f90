package io.perceiver.internal.head;

import io.perceiver.api.PerceiverException;
import java.util.Map;
import java.util.OptionalDouble;

/** Numbers in the cells of a manifest. */
public final class NumberCells {
  private NumberCells() {}

  /**
   * Reads a cell.
   *
   * @return empty if the row has no such cell, or it is blank
   * @throws PerceiverException if it is not a finite number
   */
  public static OptionalDouble read(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "").strip();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text);
      if (Float.isFinite((float) number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new PerceiverException(
        "%s: '%s' is not a number; allowed: finite numbers such as 3 or -0.25, or an empty cell"
            .formatted(column, text));
  }
}
