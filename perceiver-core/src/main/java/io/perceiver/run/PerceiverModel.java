package io.perceiver.run;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Prediction;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import io.perceiver.evaluate.EvaluationListener;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.internal.data.BatchLoader;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.data.Hiding;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.plugin.PluginCall;
import io.perceiver.internal.train.Evaluation;
import io.perceiver.internal.train.OutputRows;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.train.Model;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model ready to use: its network, what its outputs mean, and how its inputs are read. It owns
 * the parameters; close it when done. Many threads may predict with it at once, and any may close
 * it: calls after that end with a {@link io.perceiver.api.ModelClosedException}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PerceiverModel implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(PerceiverModel.class);
  private final RunConfig config;
  private final Perceiver network;
  private final Model model;
  private final List<ModalityPipeline<?>> pipelines;
  private final NDManager parameters;
  private final Lifetime lifetime = new Lifetime(this::release);

  PerceiverModel(
      RunConfig config,
      Perceiver network,
      Model model,
      List<ModalityPipeline<?>> pipelines,
      NDManager parameters) {
    this.config = config;
    this.network = network;
    this.model = model;
    this.pipelines = List.copyOf(pipelines);
    this.parameters = parameters;
  }

  /** The configuration it was made of. */
  public RunConfig config() {
    return config;
  }

  /**
   * Returns the network and what its outputs mean, as a training step or an evaluation takes them.
   * Work done with these beside this class must end before it is closed.
   */
  public Model trainable() {
    lifetime.check();
    return model;
  }

  /** Returns the network; what is done with it must end before this model is closed. */
  public Perceiver network() {
    lifetime.check();
    return network;
  }

  /**
   * Returns this model with what its outputs chose on the validation split; it stands in its place.
   */
  PerceiverModel calibrated(Map<String, List<Double>> chosen) {
    return new PerceiverModel(config, network, model.calibrated(chosen), pipelines, parameters);
  }

  /** Returns what reads the sources of its inputs, by the model's names for them. */
  public Map<String, ExampleReader<?>> readers() {
    Map<String, ExampleReader<?>> readers = new LinkedHashMap<>();
    pipelines.stream()
        .filter(pipeline -> pipeline.use().isInput())
        .forEach(pipeline -> readers.put(pipeline.name(), pipeline.reader()));
    return readers;
  }

  /** Owns the parameters. */
  NDManager parameters() {
    lifetime.check();
    return parameters;
  }

  /**
   * What turns examples into batches for this model.
   *
   * @param targets whether the examples' targets are looked at
   */
  public BatchMaker batchMaker(BadExamples badExamples, boolean targets) {
    lifetime.check();
    return maker(badExamples, targets);
  }

  private BatchMaker maker(BadExamples badExamples, boolean targets) {
    FusionConfig fusion = config.fusion();
    Hiding hiding =
        new Hiding(fusion.modalityDropout(), fusion.tokenMasking(), fusion.maskOutsideTraining());
    return new BatchMaker(pipelines, targets ? model.targets() : Map.of(), badExamples, hiding);
  }

  /**
   * Predicts one example.
   *
   * @param sources one for each input that the example has, by the model's names
   * @return by output: {@code HEAD}, or {@code HEAD.OUTPUT} of a head with several
   * @throws PerceiverException if a source cannot be read, or a modality is not an input of the
   *     model
   */
  public Map<String, Prediction> predict(Map<String, ? extends ExampleSource> sources) {
    Map<String, SourceRecord> records = new LinkedHashMap<>();
    sources.forEach((modality, source) -> records.put(modality, SourceRecord.whole(source)));
    return predict(new Example("example", "predict", Map.of(), records));
  }

  /**
   * Predicts one example.
   *
   * @param example of one or more of the model's modalities; its columns are not looked at
   * @return by head
   * @throws PerceiverException if a source cannot be read, or a modality is not the model's
   */
  public Map<String, Prediction> predict(Example example) {
    Map<String, ExampleReader<?>> known = new LinkedHashMap<>();
    pipelines.forEach(pipeline -> known.put(pipeline.name(), pipeline.reader()));
    GivenExamples.check(List.of(example), known);
    return lifetime.use(() -> predictedAlone(example));
  }

  private Map<String, Prediction> predictedAlone(Example example) {
    BatchMaker maker = maker(BadExamples.refused(), false);
    try (HostBatch batch = maker.make(List.of(example)).orElseThrow()) {
      return predictions(batch).get(0);
    }
  }

  /**
   * Predicts many examples in batches.
   *
   * @return in the order of the examples
   * @throws PerceiverException if one cannot be read
   */
  public List<PredictedExample> predict(List<Example> examples) {
    List<PredictedExample> predicted = new ArrayList<>();
    predict(examples, BadExamples.refused(), predicted::add);
    return predicted;
  }

  /**
   * Predicts many examples in batches.
   *
   * @param each hears of every example in order, with its predictions by head; those that could not
   *     be read and were left out are not among them
   */
  public void predict(
      List<Example> examples, BadExamples badExamples, Consumer<PredictedExample> each) {
    lifetime.use(
        () -> {
          predictEach(examples, badExamples, each);
          return examples;
        });
  }

  private void predictEach(
      List<Example> examples, BadExamples badExamples, Consumer<PredictedExample> each) {
    BatchMaker maker = maker(badExamples, false);
    try (BatchLoader batches = new BatchLoader(examples, maker, options())) {
      while (batches.hasNext()) {
        lifetime.check();
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
    Map<String, OutputRows> outputs = OutputRows.of(model, batch);
    List<Map<String, Prediction>> predictions = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Map<String, Prediction> byOutput = new LinkedHashMap<>();
      for (Map.Entry<String, ModelOutput> output : model.outputs().entrySet()) {
        OutputRows said = Objects.requireNonNull(outputs.get(output.getKey()), output.getKey());
        float[] row = said.rows()[i];
        byOutput.put(
            output.getKey(),
            PluginCall.of(
                "head '%s': its prediction".formatted(output.getKey()),
                () -> output.getValue().output().render(row, said.shape())));
      }
      predictions.add(byOutput);
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
        examples, badExamples, ModalitySubset.toCompare(config.inputs().keySet()), listener);
  }

  /**
   * Evaluates on examples, by chosen subsets of their modalities.
   *
   * @param subsets in the order of the result's; none for the examples as they are and no more
   * @throws PerceiverException if a subset names what is not an input of the model
   */
  public EvaluationResult evaluate(
      List<Example> examples,
      BadExamples badExamples,
      List<ModalitySubset> subsets,
      EvaluationListener listener) {
    subsets.forEach(subset -> checkSubset(subset.modalities()));
    return lifetime.use(
        () ->
            Evaluation.of(
                model,
                examples,
                maker(badExamples, true),
                options(),
                subsets,
                whileOpen(listener)));
  }

  /** Ends an evaluation soon after somebody closes the model. */
  private EvaluationListener whileOpen(EvaluationListener listener) {
    return new EvaluationListener() {
      @Override
      public void evaluated(long examples) {
        lifetime.check();
        listener.evaluated(examples);
      }

      @Override
      public void finished(double seconds, double waitedSeconds) {
        listener.finished(seconds, waitedSeconds);
      }
    };
  }

  /**
   * Evaluates on examples, every one of which must be readable.
   *
   * @throws PerceiverException if one cannot be read
   */
  public EvaluationResult evaluate(List<Example> examples) {
    return evaluate(examples, BadExamples.refused(), done -> {});
  }

  private void checkSubset(Set<String> given) {
    if (given.isEmpty() || !config.inputs().keySet().containsAll(given)) {
      throw new PerceiverException(
          "the model's inputs are "
              + config.inputs().keySet()
              + "; the subset has "
              + new TreeSet<>(given));
    }
  }

  private BatchOptions options() {
    return BatchOptions.evaluation(config.training().batchSize())
        .on(config.data().common().threads(), 3);
  }

  /**
   * Gives back the parameters and closes open files. Calls of other threads end first, those that
   * take long with a {@link io.perceiver.api.ModelClosedException}; new ones are refused.
   */
  @Override
  public void close() {
    lifetime.end();
  }

  private void release() {
    parameters.close();
    for (ModalityPipeline<?> pipeline : pipelines) {
      try {
        pipeline.close();
      } catch (IOException e) {
        LOG.warn("the files of modality '{}' could not be closed", pipeline.name(), e);
      }
    }
  }
}
