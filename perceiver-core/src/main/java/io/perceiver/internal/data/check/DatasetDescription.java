package io.perceiver.internal.data.check;

import io.perceiver.api.Example;
import io.perceiver.api.SourceRecord;
import io.perceiver.data.Dataset;
import io.perceiver.internal.data.ModalityPipeline;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a data set is.
 *
 * @param splits by name
 * @param modalities by name
 */
public record DatasetDescription(
    SortedMap<String, Split> splits, Map<String, ModalityDescription> modalities) {
  private static final int MOST_CLASSES = 1000;

  /**
   * One split.
   *
   * @param examples how many it has
   * @param targets by target column, how many examples have each text; a column with a great many
   *     different texts, such as of real numbers, is left out
   * @param withoutTarget by target column, how many examples have no text there
   * @param missing by modality, how many examples lack it
   */
  public record Split(
      int examples,
      SortedMap<String, SortedMap<String, Integer>> targets,
      SortedMap<String, Integer> withoutTarget,
      SortedMap<String, Integer> missing) {

    static Split of(List<Example> examples, Set<String> columns, Set<String> modalities) {
      SortedMap<String, SortedMap<String, Integer>> targets = new TreeMap<>();
      SortedMap<String, Integer> without = new TreeMap<>();
      SortedMap<String, Integer> missing = new TreeMap<>();
      for (Example example : examples) {
        for (String column : columns) {
          String text = example.columns().getOrDefault(column, "");
          if (text.isEmpty()) {
            without.merge(column, 1, Integer::sum);
          } else {
            targets.computeIfAbsent(column, key -> new TreeMap<>()).merge(text, 1, Integer::sum);
          }
        }
        modalities.stream()
            .filter(modality -> !example.sources().containsKey(modality))
            .forEach(modality -> missing.merge(modality, 1, Integer::sum));
      }
      targets.values().removeIf(counts -> counts.size() > MOST_CLASSES);
      return new Split(examples.size(), targets, without, missing);
    }
  }

  /**
   * Describes a data set, of which a part is read.
   *
   * @param pipelines of the modalities
   * @param columns that heads read
   * @param most sources read of each modality
   */
  public static DatasetDescription of(
      Dataset dataset,
      Collection<? extends ModalityPipeline<?>> pipelines,
      Set<String> columns,
      int most) {
    Map<String, Set<SourceRecord>> sources = new LinkedHashMap<>();
    pipelines.forEach(pipeline -> sources.put(pipeline.name(), new LinkedHashSet<>()));
    SortedMap<String, Split> splits = new TreeMap<>();
    for (String name : dataset.splits()) {
      List<Example> examples = dataset.split(name);
      splits.put(name, Split.of(examples, columns, sources.keySet()));
      for (Example example : examples) {
        sources.forEach(
            (modality, all) -> {
              SourceRecord source = example.sources().get(modality);
              if (source != null) {
                all.add(source);
              }
            });
      }
    }
    Map<String, ModalityDescription> modalities = new LinkedHashMap<>();
    for (ModalityPipeline<?> pipeline : pipelines) {
      List<SourceRecord> all = List.copyOf(sources.getOrDefault(pipeline.name(), Set.of()));
      modalities.put(pipeline.name(), ModalityDescription.of(pipeline, all, most));
    }
    return new DatasetDescription(splits, modalities);
  }
}
