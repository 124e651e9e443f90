package io.perceiver.data;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.text.Nearest;
import java.util.Set;
import java.util.TreeSet;

/** Finds which of the model's modalities the files of a tree are. */
final class OneModality {
  private OneModality() {}

  /**
   * The modality set as {@code data.modality}, or the model's only one.
   *
   * @throws PerceiverException if the model has no such modality, or several and none is set
   */
  static String of(String setting, Request request) {
    Set<String> modalities = new TreeSet<>(request.modalities());
    if (setting.isEmpty() && modalities.size() == 1) {
      return modalities.iterator().next();
    }
    if (!modalities.contains(setting)) {
      throw new PerceiverException(
          "data.modality: '%s' is not allowed; allowed: %s.%s"
              .formatted(
                  setting, String.join(", ", modalities), Nearest.question(setting, modalities)));
    }
    return setting;
  }
}
