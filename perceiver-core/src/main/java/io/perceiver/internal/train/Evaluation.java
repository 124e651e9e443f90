package io.perceiver.internal.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.api.Example;
import io.perceiver.api.head.Calibration;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import io.perceiver.evaluate.EvaluationListener;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.evaluate.SubsetResult;
import io.perceiver.internal.data.BatchLoader;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.kernel.EngineWork;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Figures of a model over a set of examples, each read once: as it is, and, where asked for, with
 * only some of its modalities shown. Used by one thread.
 */
public final class Evaluation {
  private final Model model;
  private final Tally all;
  private final Map<ModalitySubset, Tally> subsets = new LinkedHashMap<>();
  private final Map<String, Calibration> calibrations = new TreeMap<>();

  private Evaluation(Model model, List<ModalitySubset> subsets) {
    this.model = model;
    all = new Tally(model);
    subsets.forEach(subset -> this.subsets.put(subset, new Tally(model)));
  }

  /**
   * The figures of a validation, and what outputs chose on it.
   *
   * @param result figures with what was chosen before
   * @param calibration by output, see {@link io.perceiver.api.head.Calibration}
   */
  record Validation(EvaluationResult result, Map<String, List<Double>> calibration) {}

  /** Evaluates on the examples of the validation split, and lets outputs choose on them. */
  static Validation validation(
      Model model, List<Example> examples, BatchMaker maker, BatchOptions options) {
    Evaluation evaluation = new Evaluation(model, List.of());
    model
        .outputs()
        .forEach(
            (name, output) ->
                output
                    .output()
                    .calibration()
                    .ifPresent(choosing -> evaluation.calibrations.put(name, choosing)));
    EvaluationResult result = evaluation.run(examples, maker, options, done -> {});
    Map<String, List<Double>> chosen = new TreeMap<>();
    evaluation.calibrations.forEach((name, choosing) -> chosen.put(name, choosing.values()));
    return new Validation(result, chosen);
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
    return new Evaluation(model, subsets).run(examples, maker, options, listener);
  }

  private EvaluationResult run(
      List<Example> examples, BatchMaker maker, BatchOptions options, EvaluationListener listener) {
    long start = System.nanoTime();
    try (BatchLoader batches = new BatchLoader(examples, maker, options)) {
      while (batches.hasNext()) {
        EngineWork.check();
        try (HostBatch batch = batches.next()) {
          add(batch);
          listener.evaluated(all.examples());
        }
      }
      listener.finished((System.nanoTime() - start) / 1e9, batches.waitedNanos() / 1e9);
    }
    return result(examples.size() - all.examples());
  }

  private void add(HostBatch batch) {
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, manager);
      Map<String, NDArray> said = outputs(arrays, manager);
      all.add(arrays, said, batch.size());
      calibrations.forEach((name, choosing) -> calibrate(choosing, name, arrays, said));
      subsets.forEach(
          (subset, tally) -> {
            if (batch.modalities().keySet().containsAll(subset.modalities())) {
              add(tally, subset, batch, said);
            }
          });
    }
  }

  private Map<String, NDArray> outputs(DeviceBatch batch, NDManager manager) {
    return model.network().outputs(new ParameterStore(manager, false), batch.inputs(), false);
  }

  private static void calibrate(
      Calibration choosing, String name, DeviceBatch batch, Map<String, NDArray> said) {
    NDArray output = Objects.requireNonNull(said.get(name), name);
    batch.targets(name).forEach(target -> choosing.add(output, target.target()));
  }

  private void add(
      Tally tally, ModalitySubset subset, HostBatch batch, Map<String, NDArray> asTheyAre) {
    float[] having = having(batch, subset);
    int counted = 0;
    for (float each : having) {
      counted += (int) each;
    }
    try (NDManager manager = model.compute().newManager()) {
      DeviceBatch arrays = DeviceBatch.of(batch, subset.modalities(), manager);
      // if the subset hides nothing, the model has said it already
      boolean whole = subset.modalities().equals(batch.modalities().keySet());
      Map<String, NDArray> said = whole ? asTheyAre : outputs(arrays, manager);
      tally.add(arrays.counting(manager.create(having)), said, counted);
    }
  }

  /** (batch), 1 for an example that has all of a subset. */
  private static float[] having(HostBatch batch, ModalitySubset subset) {
    float[] having = new float[batch.size()];
    Arrays.fill(having, 1);
    for (String name : subset.modalities()) {
      ModalityBatch modality = batch.modalities().get(name);
      for (int i = 0; i < having.length; i++) {
        having[i] *= modality != null && modality.present()[i] ? 1 : 0;
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
