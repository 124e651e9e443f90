package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.Problems;
import io.perceiver.api.ValueSource;
import io.perceiver.internal.text.Nearest;
import java.util.Collection;
import java.util.Map;

/** Checks examples that a program gives, whose mistakes are the program's. */
final class GivenExamples {
  private static final int SHOWN = 10;

  private GivenExamples() {}

  /**
   * Checks that every modality is one of the model's, and every decoded value one that its reader
   * takes.
   *
   * @param readers by the model's names
   * @throws io.perceiver.api.InvalidSpecException with every mistake found
   */
  static void check(Collection<Example> examples, Map<String, ? extends ExampleReader<?>> readers) {
    Problems problems = new Problems("");
    examples.forEach(example -> check(example, readers, problems));
    Problems shown = new Problems("");
    problems.all().stream().limit(SHOWN).forEach(shown::add);
    if (problems.all().size() > SHOWN) {
      shown.add("… and " + (problems.all().size() - SHOWN) + " more like these");
    }
    shown.throwIfAny();
  }

  private static void check(
      Example example, Map<String, ? extends ExampleReader<?>> readers, Problems problems) {
    String whose = "example '" + example.id() + "'";
    if (example.sources().isEmpty()) {
      problems.add(whose + ": has no source; give at least one of " + readers.keySet());
    }
    example
        .sources()
        .forEach(
            (modality, source) -> {
              ExampleReader<?> reader = readers.get(modality);
              if (reader == null) {
                problems.add(
                    "%s: the model's modalities are %s; the example has '%s'.%s"
                        .formatted(
                            whose,
                            readers.keySet(),
                            modality,
                            Nearest.question(modality, readers.keySet())));
              } else if (source.source() instanceof ValueSource value) {
                value
                    .mismatch(reader)
                    .ifPresent(
                        wrong -> problems.add(whose + ", modality '" + modality + "': " + wrong));
              }
            });
  }
}
