package io.perceiver.pytorch;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.perceiver.api.Example;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.CheckpointSink;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.internal.train.Schedules;
import io.perceiver.internal.train.TrainingData;
import io.perceiver.internal.train.TrainingLoop;
import io.perceiver.internal.train.TrainingRules;
import io.perceiver.internal.train.TrainingStart;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.RunListener;
import io.perceiver.train.TrainingConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The training loop alone: a tiny model, no files. Its checkpoints go nowhere. */
final class TinyLoop implements AutoCloseable {
  private static final CheckpointSink NOWHERE =
      (model, optimizer, state, best) -> "step-" + state.step();
  private final RunConfig config;
  private final PerceiverModel model;
  private final Optimizer optimizer;
  private final NDManager manager = NDManager.newBaseManager();
  private final OptimizerState state = new OptimizerState(manager);

  TinyLoop(TinyRun run) {
    Injector injector = run.injector();
    config = injector.getInstance(RunConfig.class);
    model = injector.getInstance(ModelAssembler.class).assemble(config);
    optimizer = Optimizers.of(config.training().optimizer(), model.trainable().compute().kernels());
  }

  /** A loop from the first step; the model and what the optimiser remembers go on. */
  TrainingLoop over(String name, List<Example> examples, Optimizer by, RunListener... listeners) {
    TrainingConfig training = config.training();
    BatchMaker maker = model.batchMaker(new BadExamples(BadExamplePolicy.FAIL), true);
    return new TrainingLoop(
        name,
        model.trainable(),
        new TrainingRules(
            training,
            by,
            Objects.requireNonNull(Schedules.all().get(training.schedule().type()))
                .create(training.schedule()),
            config.seed()),
        new TrainingData(examples, List.of(), maker, config.data().common().threads()),
        TrainingStart.anew(state),
        NOWHERE,
        Set.of(listeners));
  }

  TrainingLoop over(String name, List<Example> examples, RunListener... listeners) {
    return over(name, examples, optimizer, listeners);
  }

  void train(List<Example> examples, RunListener... listeners) throws IOException {
    over("tiny", examples, listeners).run();
  }

  EvaluationResult evaluate(List<Example> examples) {
    return model.evaluate(examples, new BadExamples(BadExamplePolicy.FAIL), done -> {});
  }

  PerceiverModel model() {
    return model;
  }

  SortedMap<String, float[]> weights() {
    SortedMap<String, float[]> weights = new TreeMap<>();
    Weights.named(model.network())
        .forEach((name, parameter) -> weights.put(name, parameter.getArray().toFloatArray()));
    return weights;
  }

  /** What the optimiser remembers, by slot and parameter. */
  Map<String, float[]> remembered() {
    Map<String, float[]> remembered = new TreeMap<>();
    state.arrays().forEach((name, array) -> remembered.put(name, array.toFloatArray()));
    return remembered;
  }

  /** Number of arrays that the model's manager holds. */
  int arraysOfTheModel() {
    return Weights.named(model.network())
        .values()
        .iterator()
        .next()
        .getArray()
        .getManager()
        .getManagedArrays()
        .size();
  }

  @Override
  public void close() throws IOException {
    manager.close();
    model.close();
  }
}
