package io.perceiver.train;

import io.perceiver.api.Example;
import io.perceiver.data.BatchLoader;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.BatchOptions;
import io.perceiver.data.HostBatch;
import io.perceiver.data.ModalityBatch;
import io.perceiver.evaluate.EvaluationListener;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.evaluate.SubsetResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of a model over a set of examples, each read once: as it is, and, where asked for, with
 * only some of its modalities shown. Used by one thread.
 */
public final class Evaluation {
  private final Model model;
  private final Tally all;
  private final Map<ModalitySubset, Tally> subsets = new LinkedHashMap<>();

  private Evaluation(Model model, List<ModalitySubset> subsets) {
    this.model = model;
    all = new Tally(model.heads());
    subsets.forEach(subset -> this.subsets.put(subset, new Tally(model.heads())));
  }

  /**
   * Evaluates on examples as they are.
   *
   * @param listener hears how it goes
   */
  public static EvaluationResult of(
      Model model,
      List<Example> examples,
      BatchMaker maker,
      BatchOptions options,
      EvaluationListener listener) {
    return of(model, examples, maker, options, List.of(), listener);
  }

  /**
   * Evaluates on examples as they are, and by subset of their modalities.
   *
   * @param subsets each is shown alone, to the examples that have all of it
   * @param listener hears how it goes
   */
  public static EvaluationResult of(
      Model model,
      List<Example> examples,
      BatchMaker maker,
      BatchOptions options,
      List<ModalitySubset> subsets,
      EvaluationListener listener) {
    Evaluation evaluation = new Evaluation(model, subsets);
    long start = System.nanoTime();
    try (BatchLoader batches = new BatchLoader(examples, maker, options)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          evaluation.add(batch);
          listener.evaluated(evaluation.all.examples());
        }
      }
      listener.finished((System.nanoTime() - start) / 1e9, batches.waitedNanos() / 1e9);
    }
    return evaluation.result(examples.size() - evaluation.all.examples());
  }

  private void add(HostBatch batch) {
    boolean[] everyone = new boolean[batch.size()];
    Arrays.fill(everyone, true);
    Outputs asTheyAre = Outputs.of(model, batch);
    all.add(batch, asTheyAre, everyone);
    subsets.forEach(
        (subset, tally) -> {
          if (batch.modalities().keySet().containsAll(subset.modalities())) {
            tally.add(batch, shown(batch, subset, asTheyAre), having(batch, subset));
          }
        });
  }

  /** Where the subset hides nothing, the model has said it already. */
  private Outputs shown(HostBatch batch, ModalitySubset subset, Outputs asTheyAre) {
    return subset.modalities().equals(batch.modalities().keySet())
        ? asTheyAre
        : Outputs.of(model, batch, subset.modalities());
  }

  /** (batch), whether an example has all of a subset. */
  private static boolean[] having(HostBatch batch, ModalitySubset subset) {
    boolean[] having = new boolean[batch.size()];
    Arrays.fill(having, true);
    for (String name : subset.modalities()) {
      ModalityBatch modality = batch.modalities().get(name);
      for (int i = 0; i < having.length; i++) {
        having[i] &= modality != null && modality.present()[i];
      }
    }
    return having;
  }

  private EvaluationResult result(long skipped) {
    List<SubsetResult> results = new ArrayList<>();
    subsets.forEach(
        (subset, tally) ->
            results.add(
                new SubsetResult(
                    subset, tally.examples(), all.examples() - tally.examples(), tally.results())));
    return new EvaluationResult(all.examples(), skipped, all.results(), results);
  }
}
