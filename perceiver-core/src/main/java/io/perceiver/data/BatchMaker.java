package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches out of examples: every modality prepared by its pipeline, padded and masked, and
 * every head's targets. The pipelines belong to the caller. Thread-safe.
 */
public final class BatchMaker {
  private final SortedMap<String, ModalityPipeline<?>> pipelines = new TreeMap<>();
  private final SortedMap<String, Head> heads;
  private final BadExamples badExamples;
  private final Hiding hiding;
  private final BufferPool pool = new BufferPool();

  /**
   * For one model.
   *
   * @param pipelines of its modalities; an example's other sources are not looked at
   * @param heads by name; empty where no targets are wanted
   * @param badExamples decides about examples that cannot be read
   */
  public BatchMaker(
      Collection<ModalityPipeline<?>> pipelines, Map<String, Head> heads, BadExamples badExamples) {
    this(pipelines, heads, badExamples, Hiding.NOTHING);
  }

  /**
   * For a model that is not shown everything.
   *
   * @param hiding decides what is hidden
   */
  public BatchMaker(
      Collection<ModalityPipeline<?>> pipelines,
      Map<String, Head> heads,
      BadExamples badExamples,
      Hiding hiding) {
    pipelines.forEach(pipeline -> this.pipelines.put(pipeline.name(), pipeline));
    this.heads = new TreeMap<>(heads);
    this.badExamples = badExamples;
    this.hiding = hiding;
  }

  /** Where unreadable examples are counted. */
  public BadExamples badExamples() {
    return badExamples;
  }

  /**
   * Makes one batch in the calling thread, without augmentation.
   *
   * @return empty where every example was left out
   * @throws PerceiverException if an example cannot be read and may not be left out, or its target
   *     is none of a head's
   */
  public Optional<HostBatch> make(List<Example> examples) {
    List<PreparedExample> prepared = new ArrayList<>();
    for (Example example : examples) {
      prepare(example, null).ifPresent(prepared::add);
    }
    return assemble(0, prepared);
  }

  /** Prepares one example; empty where it cannot be read and may be left out. */
  Optional<PreparedExample> prepare(Example example, @Nullable AugmentationSeed augmentation) {
    Set<String> present = new TreeSet<>(pipelines.keySet());
    present.retainAll(example.sources().keySet());
    Map<String, TokenizedExample> modalities = new LinkedHashMap<>();
    for (String modality : hiding.shown(present, example.id(), augmentation)) {
      SourceRecord source = Objects.requireNonNull(example.sources().get(modality));
      try {
        modalities.put(modality, prepare(example, modality, source, augmentation));
      } catch (IOException e) {
        badExamples.add(example, modality, source, e);
        return Optional.empty();
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Error e) {
        throw new PerceiverException("example '" + example.id() + "', " + modality + ": " + e, e);
      }
    }
    return Optional.of(new PreparedExample(example, modalities));
  }

  private TokenizedExample prepare(
      Example example,
      String modality,
      SourceRecord source,
      @Nullable AugmentationSeed augmentation)
      throws IOException {
    ModalityPipeline<?> pipeline = Objects.requireNonNull(pipelines.get(modality));
    TokenizedExample tokenized =
        pipeline.prepare(
            source, augmentation == null ? null : augmentation.generator(example.id(), modality));
    return tokenized.hiding(
        hiding.hidden(modality, tokenized.elements(), example.id(), augmentation));
  }

  /** Puts prepared examples together; empty where there are none. */
  Optional<HostBatch> assemble(int index, List<PreparedExample> prepared) {
    if (prepared.isEmpty()) {
      return Optional.empty();
    }
    List<Example> examples = prepared.stream().map(PreparedExample::example).toList();
    SortedMap<String, TargetBatch> targets = new TreeMap<>();
    heads.forEach((name, head) -> targets.put(name, targets(name, head, examples)));
    SortedMap<String, ModalityBatch> modalities = new TreeMap<>();
    for (ModalityPipeline<?> pipeline : pipelines.values()) {
      List<@Nullable TokenizedExample> rows = new ArrayList<>();
      prepared.forEach(example -> rows.add(example.modalities().get(pipeline.name())));
      new ModalityPadding(pipeline.name(), pipeline.spec(), pool)
          .batch(rows)
          .ifPresent(batch -> modalities.put(pipeline.name(), batch));
    }
    return Optional.of(new HostBatch(index, examples, modalities, targets, pool));
  }

  private static TargetBatch targets(String name, Head head, List<Example> examples) {
    int size = head.targetSize();
    float[] values = new float[Math.multiplyExact(examples.size(), size)];
    float[] weights = new float[examples.size()];
    for (int i = 0; i < weights.length; i++) {
      FloatBuffer row = FloatBuffer.wrap(values, i * size, size).slice();
      Example example = examples.get(i);
      try {
        weights[i] = head.target(example.columns(), row) ? 1 : 0;
      } catch (PerceiverException e) {
        throw new PerceiverException(
            "example '" + example.id() + "', head '" + name + "': " + e.getMessage(), e);
      }
    }
    return new TargetBatch(size, values, weights);
  }
}
