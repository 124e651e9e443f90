package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.FaultException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Target;
import io.perceiver.internal.data.AugmentationSeed;
import io.perceiver.internal.data.Followers;
import io.perceiver.internal.data.Hiding;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.data.PreparedExample;
import io.perceiver.internal.data.TargetBatch;
import io.perceiver.internal.data.TargetReader;
import io.perceiver.internal.data.TokenizedExample;
import java.io.IOException;
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
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches out of examples: every modality prepared by its pipeline, padded and masked, and
 * the targets of every output. The pipelines belong to the caller. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BatchMaker {
  private final SortedMap<String, ModalityPipeline<?>> pipelines = new TreeMap<>();
  private final SortedMap<String, Target> targets;
  private final Set<String> inputs = new TreeSet<>();
  private final Set<String> targetModalities = new TreeSet<>();
  private final BadExamples badExamples;
  private final Hiding hiding;
  private final Followers followers;
  private final BufferPool pool = new BufferPool();

  /**
   * Creates a maker for a model that is shown everything.
   *
   * @param pipelines of its modalities, those it is not shown among them; an example's other
   *     sources are not looked at
   * @param targets by output; empty if none are wanted
   * @param badExamples decides about examples that cannot be read
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public BatchMaker(
      Collection<ModalityPipeline<?>> pipelines,
      Map<String, ? extends Target> targets,
      BadExamples badExamples) {
    this(pipelines, targets, badExamples, Hiding.NOTHING);
  }

  /**
   * Creates a maker for a model that is not shown everything.
   *
   * @param hiding decides what of the inputs is hidden
   * @throws PerceiverException if a target is of a modality without a pipeline
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public BatchMaker(
      Collection<ModalityPipeline<?>> pipelines,
      Map<String, ? extends Target> targets,
      BadExamples badExamples,
      Hiding hiding) {
    for (ModalityPipeline<?> pipeline : pipelines) {
      this.pipelines.put(pipeline.name(), pipeline);
      if (pipeline.use().isInput()) {
        inputs.add(pipeline.name());
      }
    }
    this.followers = Followers.of(pipelines);
    this.targets = new TreeMap<>(targets);
    this.badExamples = badExamples;
    this.hiding = hiding;
    targets.forEach(this::noteModality);
  }

  private void noteModality(String output, Target target) {
    if (target instanceof Target.Elements elements) {
      if (!pipelines.containsKey(elements.modality())) {
        throw new PerceiverException(
            "head '%s': its target is the modality '%s', which the model does not have; it has %s"
                .formatted(output, elements.modality(), pipelines.keySet()));
      }
      targetModalities.add(elements.modality());
    }
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
   *     is not one of a head's
   */
  public Optional<HostBatch> make(List<Example> examples) {
    List<PreparedExample> prepared = new ArrayList<>();
    for (Example example : examples) {
      prepare(example, null).ifPresent(prepared::add);
    }
    return assemble(0, prepared);
  }

  /** Prepares one example; empty where it cannot be read and may be left out. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Optional<PreparedExample> prepare(
      Example example, @Nullable AugmentationSeed augmentation) {
    Set<String> present = present(inputs, example);
    if (present.isEmpty()) {
      throw new PerceiverException(
          "example '%s' has none of the model's inputs %s; it has %s"
              .formatted(example.id(), inputs, new TreeSet<>(example.sources().keySet())));
    }
    Set<String> shown = hiding.shown(present, example.id(), augmentation);
    Set<String> wanted = new TreeSet<>(shown);
    wanted.addAll(present(targetModalities, example)); // a target is read though dropout hides it
    PendingExample pending = new PendingExample(pipelines, followers, example, augmentation);
    Map<String, TokenizedExample> elements = new LinkedHashMap<>();
    for (String modality : pending.read(wanted)) {
      SourceRecord source = Objects.requireNonNull(example.sources().get(modality));
      try {
        if (wanted.contains(modality)) {
          elements.put(modality, pending.prepare(modality));
        } else {
          pending.drawGeometry(modality);
        }
      } catch (IOException e) {
        badExamples.add(example, modality, source, e);
        return Optional.empty();
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Error e) {
        throw new FaultException("example '" + example.id() + "', " + modality + ": " + e, e);
      }
    }
    return Optional.of(prepared(example, elements, shown, augmentation));
  }

  private static Set<String> present(Set<String> modalities, Example example) {
    Set<String> present = new TreeSet<>(modalities);
    present.retainAll(example.sources().keySet());
    return present;
  }

  private PreparedExample prepared(
      Example example,
      Map<String, TokenizedExample> elements,
      Set<String> shown,
      @Nullable AugmentationSeed augmentation) {
    Map<String, TokenizedExample> seen = new LinkedHashMap<>();
    Map<String, TokenizedExample> wanted = new LinkedHashMap<>();
    elements.forEach(
        (modality, whole) -> {
          if (shown.contains(modality)) {
            boolean @Nullable [] hidden =
                hiding.hidden(modality, whole.elements(), example.id(), augmentation);
            seen.put(modality, whole.hiding(hidden));
          }
          if (targetModalities.contains(modality)) {
            wanted.put(modality, whole);
          }
        });
    return new PreparedExample(example, seen, wanted);
  }

  /** Puts prepared examples together; empty where there are none. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Optional<HostBatch> assemble(int index, List<PreparedExample> prepared) {
    if (prepared.isEmpty()) {
      return Optional.empty();
    }
    List<Example> examples = prepared.stream().map(PreparedExample::example).toList();
    SortedMap<String, TargetBatch> targetBatches = new TreeMap<>();
    targets.forEach(
        (output, target) ->
            targets(output, target, examples, prepared)
                .ifPresent(batch -> targetBatches.put(output, batch)));
    SortedMap<String, ModalityBatch> modalities = new TreeMap<>();
    for (String name : inputs) {
      padded(pipeline(name), prepared, PreparedExample::modalities)
          .ifPresent(batch -> modalities.put(name, batch));
    }
    return Optional.of(new HostBatch(index, examples, modalities, targetBatches, pool));
  }

  private Optional<? extends TargetBatch> targets(
      String output, Target target, List<Example> examples, List<PreparedExample> prepared) {
    if (target instanceof Target.Id id) {
      return Optional.of(TargetReader.ids(output, id, examples));
    }
    if (target instanceof Target.Numbers numbers) {
      return Optional.of(TargetReader.numbers(output, numbers, examples));
    }
    String modality = ((Target.Elements) target).modality();
    return padded(pipeline(modality), prepared, PreparedExample::targets)
        .map(TargetBatch.Elements::new);
  }

  private ModalityPipeline<?> pipeline(String modality) {
    return Objects.requireNonNull(pipelines.get(modality));
  }

  private Optional<ModalityBatch> padded(
      ModalityPipeline<?> pipeline,
      List<PreparedExample> prepared,
      Function<PreparedExample, Map<String, TokenizedExample>> elements) {
    List<@Nullable TokenizedExample> rows = new ArrayList<>();
    prepared.forEach(example -> rows.add(elements.apply(example).get(pipeline.name())));
    return new ModalityPadding(pipeline.name(), pipeline.spec(), pool).batch(rows);
  }
}
