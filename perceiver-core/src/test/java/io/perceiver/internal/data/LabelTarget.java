package io.perceiver.internal.data;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Target;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Targets over the classes {@code a} and {@code b}, read from the column {@code label}. */
public final class LabelTarget {
  public static final Target.Id LABEL = new Target.Id(Set.of("label"), LabelTarget::id);
  private static final List<String> CLASSES = List.of("a", "b");

  private LabelTarget() {}

  private static OptionalInt id(Map<String, String> row) {
    String label = row.get("label");
    if (label == null) {
      return OptionalInt.empty();
    }
    if (!CLASSES.contains(label)) {
      throw new PerceiverException("label '" + label + "' is none of a, b");
    }
    return OptionalInt.of(CLASSES.indexOf(label));
  }
}
