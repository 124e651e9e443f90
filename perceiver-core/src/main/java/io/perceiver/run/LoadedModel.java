package io.perceiver.run;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Prediction;
import io.perceiver.api.SourceRecord;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchLoader;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.BatchOptions;
import io.perceiver.data.Hiding;
import io.perceiver.data.HostBatch;
import io.perceiver.data.ModalityPipeline;
import io.perceiver.evaluate.EvaluationListener;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.nn.FusionConfig;
import io.perceiver.train.Evaluation;
import io.perceiver.train.Model;
import io.perceiver.train.Outputs;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A model ready to use: its network, what its outputs mean, and how its inputs are read. Owns the
 * parameters; close it when done. Many threads may predict with it at once.
 */
public final class LoadedModel implements Closeable {
  private final RunConfig config;
  private final Model model;
  private final List<ModalityPipeline<?>> pipelines;
  private final NDManager parameters;

  LoadedModel(
      RunConfig config, Model model, List<ModalityPipeline<?>> pipelines, NDManager parameters) {
    this.config = config;
    this.model = model;
    this.pipelines = List.copyOf(pipelines);
    this.parameters = parameters;
  }

  /** The configuration it was made of. */
  public RunConfig config() {
    return config;
  }

  /** Network and heads. */
  public Model model() {
    return model;
  }

  /** What reads the sources of its modalities, by the model's names for them. */
  public Map<String, ExampleReader<?>> readers() {
    Map<String, ExampleReader<?>> readers = new LinkedHashMap<>();
    pipelines.forEach(pipeline -> readers.put(pipeline.name(), pipeline.reader()));
    return readers;
  }

  /** Owns the parameters. */
  NDManager parameters() {
    return parameters;
  }

  /**
   * What turns examples into batches for this model.
   *
   * @param targets whether the examples' targets are looked at
   */
  public BatchMaker batchMaker(BadExamples badExamples, boolean targets) {
    FusionConfig fusion = config.fusion();
    Hiding hiding =
        new Hiding(fusion.modalityDropout(), fusion.tokenMasking(), fusion.maskOutsideTraining());
    return new BatchMaker(pipelines, targets ? model.heads() : Map.of(), badExamples, hiding);
  }

  /**
   * Predicts one example.
   *
   * @param sources one for each modality that the example has, by the model's names
   * @return by head
   * @throws PerceiverException if a source cannot be read, or a modality is not the model's
   */
  public Map<String, Prediction> predict(Map<String, ? extends ExampleSource> sources) {
    Map<String, SourceRecord> records = new LinkedHashMap<>();
    sources.forEach((modality, source) -> records.put(modality, SourceRecord.whole(source)));
    checkModalities("example", sources.keySet());
    BatchMaker maker = batchMaker(BadExamples.refused(), false);
    Example example = new Example("example", "predict", Map.of(), records);
    try (HostBatch batch = maker.make(List.of(example)).orElseThrow()) {
      return predictions(batch).get(0);
    }
  }

  /**
   * Predicts many examples in batches.
   *
   * @param each hears of every example in order, with its predictions by head; those that could not
   *     be read and were left out are not among them
   */
  public void predict(
      List<Example> examples, BadExamples badExamples, Consumer<PredictedExample> each) {
    BatchMaker maker = batchMaker(badExamples, false);
    try (BatchLoader batches = new BatchLoader(examples, maker, options())) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          List<Map<String, Prediction>> predictions = predictions(batch);
          for (int i = 0; i < batch.size(); i++) {
            each.accept(new PredictedExample(batch.examples().get(i), predictions.get(i)));
          }
        }
      }
    }
  }

  private List<Map<String, Prediction>> predictions(HostBatch batch) {
    Map<String, float[][]> outputs = Outputs.of(model, batch).rows();
    List<Map<String, Prediction>> predictions = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Map<String, Prediction> byHead = new LinkedHashMap<>();
      for (Map.Entry<String, Head> head : model.heads().entrySet()) {
        float[][] rows = outputs.get(head.getKey());
        if (rows != null) {
          byHead.put(head.getKey(), head.getValue().render(rows[i]));
        }
      }
      predictions.add(byHead);
    }
    return predictions;
  }

  /**
   * Evaluates on examples, each read once: as they are and, for a model of several modalities, by
   * each of the subsets that {@link ModalitySubset#toCompare} lists. A subset's figures are of the
   * examples that have all of it, with their other modalities hidden.
   *
   * @param badExamples decides about examples that cannot be read: where one modality cannot, the
   *     example counts for no subset
   * @param listener hears how it goes
   * @throws PerceiverException if none can be read, or one cannot and may not be left out
   */
  public EvaluationResult evaluate(
      List<Example> examples, BadExamples badExamples, EvaluationListener listener) {
    return evaluate(
        examples, badExamples, ModalitySubset.toCompare(config.modalities().keySet()), listener);
  }

  /**
   * Evaluates on examples, by chosen subsets of their modalities.
   *
   * @param subsets in the order of the result's; none for the examples as they are and no more
   * @throws PerceiverException if a subset names what is no modality of the model
   */
  public EvaluationResult evaluate(
      List<Example> examples,
      BadExamples badExamples,
      List<ModalitySubset> subsets,
      EvaluationListener listener) {
    subsets.forEach(subset -> checkModalities("subset", subset.modalities()));
    return Evaluation.of(
        model, examples, batchMaker(badExamples, true), options(), subsets, listener);
  }

  private void checkModalities(String whose, Set<String> given) {
    if (given.isEmpty() || !config.modalities().keySet().containsAll(given)) {
      throw new PerceiverException(
          "the model's modalities are "
              + config.modalities().keySet()
              + "; the "
              + whose
              + " has "
              + new TreeSet<>(given));
    }
  }

  private BatchOptions options() {
    return BatchOptions.evaluation(config.training().batchSize())
        .on(config.data().common().threads(), 3);
  }

  @Override
  public void close() throws IOException {
    parameters.close();
    IOException failure = null;
    for (ModalityPipeline<?> pipeline : pipelines) {
      try {
        pipeline.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
