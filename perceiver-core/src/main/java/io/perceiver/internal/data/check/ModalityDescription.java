package io.perceiver.internal.data.check;

import io.perceiver.api.SourceRecord;
import io.perceiver.api.ValueSource;
import io.perceiver.internal.data.ModalityPipeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the sources of one modality are.
 *
 * @param sources that the examples name
 * @param read how many of these were read to tell, spread evenly over all
 * @param unreadable how many of those could not be read
 * @param formats how many there are of each; empty if the modality does not tell
 * @param numbers sizes, lengths, channels by name, and {@code elements} of the byte array
 */
public record ModalityDescription(
    int sources,
    int read,
    int unreadable,
    SortedMap<String, Integer> formats,
    Map<String, NumberSummary> numbers) {
  private static final String BYTES = "bytes";
  private static final String ELEMENTS = "elements";

  /**
   * Reads some sources and describes them.
   *
   * @param most how many are read
   */
  static ModalityDescription of(
      ModalityPipeline<?> pipeline, List<SourceRecord> sources, int most) {
    int count = Math.min(most, sources.size());
    SortedMap<String, Integer> formats = new TreeMap<>();
    Map<String, List<Double>> numbers = new LinkedHashMap<>();
    int unreadable = 0;
    for (int i = 0; i < count; i++) {
      SourceRecord source = sources.get((int) ((long) i * sources.size() / count));
      try {
        describe(pipeline, source, formats, numbers);
      } catch (IOException e) {
        unreadable++;
      }
    }
    Map<String, NumberSummary> summaries = new LinkedHashMap<>();
    numbers.forEach((name, values) -> summaries.put(name, NumberSummary.of(values)));
    return new ModalityDescription(sources.size(), count, unreadable, formats, summaries);
  }

  private static void describe(
      ModalityPipeline<?> pipeline,
      SourceRecord source,
      SortedMap<String, Integer> formats,
      Map<String, List<Double>> numbers)
      throws IOException {
    int elements = pipeline.prepare(source).elements();
    if (source.source() instanceof ValueSource value) {
      formats.merge(value.value().getClass().getSimpleName() + " in memory", 1, Integer::sum);
    } else if (source.record().isEmpty()) {
      add(numbers, BYTES, source.source().size());
      pipeline
          .describe(source.source())
          .ifPresent(
              told -> {
                formats.merge(told.format(), 1, Integer::sum);
                told.numbers().forEach((name, value) -> add(numbers, name, value));
              });
    }
    add(numbers, ELEMENTS, elements);
  }

  private static void add(Map<String, List<Double>> numbers, String name, double value) {
    numbers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }
}
