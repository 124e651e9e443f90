package io.perceiver.internal.data.check;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileSource;
import io.perceiver.api.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** A source and the examples that name it. Filled by one thread. */
final class NamedSource {
  private final String modality;
  private final SourceRecord source;
  private final List<Use> uses = new ArrayList<>();

  NamedSource(String modality, SourceRecord source) {
    this.modality = modality;
    this.source = source;
  }

  /**
   * One example that names the source.
   *
   * @param label the texts of its target columns; empty if it has none
   */
  record Use(String split, Example example, String label) {}

  /** What makes two names the same source: a file called by two paths is one. */
  record Key(String modality, Object place, OptionalInt record) {
    static Key of(String modality, SourceRecord source) {
      ExampleSource bytes = source.source();
      Object place =
          bytes instanceof FileSource file ? file.path().toAbsolutePath().normalize() : bytes;
      return new Key(modality, place, source.record());
    }
  }

  void add(Use use) {
    uses.add(use);
  }

  String modality() {
    return modality;
  }

  SourceRecord source() {
    return source;
  }

  List<Use> uses() {
    return uses;
  }

  String name() {
    return source.name();
  }

  /** The first example of a split that names it. */
  Example first(String split) {
    return uses.stream()
        .filter(use -> use.split().equals(split))
        .findFirst()
        .map(Use::example)
        .orElseThrow(() -> new IllegalArgumentException(split));
  }

  Set<String> splits() {
    Set<String> splits = new TreeSet<>();
    uses.forEach(use -> splits.add(use.split()));
    return splits;
  }

  /** The labels that its examples have. */
  Set<String> labels() {
    Set<String> labels = new TreeSet<>();
    uses.stream()
        .map(Use::label)
        .filter(Objects::nonNull)
        .filter(l -> !l.isEmpty())
        .forEach(labels::add);
    return labels;
  }
}
