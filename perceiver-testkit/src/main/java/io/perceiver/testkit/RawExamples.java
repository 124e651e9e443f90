package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.api.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Raw examples as examples of a data set, each a class of its own, so that they go the way all
 * examples go. Their sources hold no bytes; a reader finds them again by name.
 *
 * @param <T> one raw example
 */
final class RawExamples<T> {
  private final Map<String, T> byName = new LinkedHashMap<>();
  private final List<Example> all = new ArrayList<>();

  /** Creates one with one modality, {@link TinyModel#ONLY}. */
  static <T> RawExamples<T> of(List<T> raw) {
    RawExamples<T> examples = new RawExamples<>();
    raw.forEach(example -> examples.add(Map.of(TinyModel.ONLY, example)));
    return examples;
  }

  /** Adds an example, given by modality. */
  void add(Map<String, T> parts) {
    String id = Integer.toString(all.size());
    Map<String, SourceRecord> sources = new LinkedHashMap<>();
    parts.forEach(
        (modality, raw) -> {
          String name = modality + "/" + id;
          byName.put(name, raw);
          sources.put(modality, SourceRecord.whole(new MemorySource(name, new byte[0])));
        });
    all.add(new Example(id, "train", Map.of("label", id), sources));
  }

  /** All of them, in the order they were added. */
  List<Example> all() {
    return List.copyOf(all);
  }

  /** The modality with a reader that hands these examples out, and without augmentation. */
  Modality<T> readBy(Modality<T> modality) {
    return new Modality<>(
        source -> Objects.requireNonNull(byName.get(source.name()), source.name()),
        Augmentation.none(),
        modality.tokenizer(),
        modality.positionEncoding(),
        modality.inputAdapter());
  }
}
