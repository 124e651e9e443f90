package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.evaluate.ModalitySubset;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * The examples of an evaluation.
 *
 * @param examples what the model is shown
 * @param only the modalities shown of them; empty for all that each has
 * @param lacking how many were left out because they lack one of these
 */
record ShownExamples(List<Example> examples, Optional<ModalitySubset> only, int lacking) {

  /** All examples as they are. */
  static ShownExamples all(List<Example> examples) {
    return new ShownExamples(examples, Optional.empty(), 0);
  }

  /**
   * The examples that have all of some modalities, without their others.
   *
   * @throws PerceiverException if no example has all of them
   */
  static ShownExamples only(ModalitySubset subset, List<Example> examples) {
    List<Example> shown = examples.stream().filter(subset::isIn).map(subset::show).toList();
    if (shown.isEmpty()) {
      throw new PerceiverException(
          "--only: none of the %d examples has %s"
              .formatted(examples.size(), String.join(" and ", subset.modalities())));
    }
    return new ShownExamples(shown, Optional.of(subset), examples.size() - shown.size());
  }

  /** Says what is hidden; nothing where nothing is. */
  void print(PrintWriter out) {
    only.ifPresent(
        subset ->
            out.printf(
                "Only %s shown; %d of %d examples lack some of it and were left out.%n",
                subset, lacking, lacking + examples.size()));
  }
}
