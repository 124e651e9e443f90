package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.config.RunConfigWriter;
import io.perceiver.data.BadExamples;
import io.perceiver.data.Dataset;
import io.perceiver.data.Splits;
import io.perceiver.data.check.CheckReport;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.kernel.Compute;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.RunListener;
import io.perceiver.train.TrainingConfig;
import io.perceiver.train.TrainingData;
import io.perceiver.train.TrainingLoop;
import io.perceiver.train.TrainingOutcome;
import io.perceiver.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains the model of a configuration from data to a finished run folder. Used once, by one thread;
 * {@link #stop} may be called by any.
 */
public final class Training {
  private final PluginRegistry plugins;
  private final Compute compute;
  private final TrainingChoices choices;
  private @Nullable TrainingLoop loop;
  private boolean stopRequested;
  private boolean used;

  /** With what the application chose. */
  public Training(PluginRegistry plugins, Compute compute, TrainingChoices choices) {
    this.plugins = plugins;
    this.compute = compute;
    this.choices = choices;
  }

  /** Asks the training to end after the step it is at, leaving a checkpoint. */
  public synchronized void stop() {
    stopRequested = true;
    if (loop != null) {
      loop.stop();
    }
  }

  /**
   * Trains in a new run folder.
   *
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and data; no folder is
   *     made then
   */
  public RunResult run(RunConfig config, Path runs) throws IOException {
    use();
    TrainingRules rules = choices.rules(config.training(), compute.kernels());
    DatasetReader.Read data = new DatasetReader(plugins).read(config);
    CheckReport check = check(config, data.dataset());
    RunConfig resolved = resolve(config, data);
    try (LoadedModel model =
        new ModelAssembler(plugins, compute).forTraining().assemble(resolved)) {
      TargetCheck.check(data.dataset(), model.model().heads());
      RunFolder folder = RunFolder.create(runs);
      try {
        return RunLock.holding(folder, () -> begin(folder, model, data.dataset(), rules, check));
      } catch (IOException | RuntimeException e) {
        folder.deleteUnlessStarted(e);
        throw e;
      }
    }
  }

  /** Looks at every file before anything is made; the listeners hear what was found. */
  private CheckReport check(RunConfig config, Dataset data) {
    CheckReport report = new DataCheck(config, plugins).checkTraining(data);
    choices.listeners().forEach(listener -> listener.checked(report));
    return report;
  }

  private RunResult begin(
      RunFolder folder, LoadedModel model, Dataset data, TrainingRules rules, CheckReport check)
      throws IOException {
    Files.createDirectories(folder.checkpoints());
    folder.write(folder.config(), RunConfigWriter.write(model.config(), true));
    RunManifest.of(model.config(), data, plugins, compute, check.warnings()).write(folder);
    Beginning start = new Beginning(TrainingState.START, new OptimizerState(model.parameters()));
    return run(folder, model, data, start, rules, check);
  }

  /** A training keeps what it was asked to stop for, so it serves one run. */
  private synchronized void use() {
    if (used) {
      throw new IllegalStateException("a Training serves one run; make another");
    }
    used = true;
  }

  /**
   * Goes on with a run that was stopped, from its latest checkpoint; the result is that of a run
   * that was never stopped.
   *
   * @throws PerceiverException if it is finished, other data is there, or another training has it
   */
  public RunResult resume(RunConfig config, RunFolder folder) throws IOException {
    use();
    return RunLock.holding(folder, () -> goOn(config, folder));
  }

  private RunResult goOn(RunConfig config, RunFolder folder) throws IOException {
    if (MetricsLog.hasTest(folder.metrics())) {
      throw new PerceiverException(
          folder.name()
              + " is finished: its test split was read, which is done once. Evaluate it, or start a"
              + " new run");
    }
    Dataset data = new DatasetReader(plugins).read(config).dataset();
    String fingerprint = RunManifest.read(folder).dataFingerprint();
    if (!fingerprint.equals(data.fingerprint())) {
      throw new PerceiverException(
          folder.name()
              + " was trained on other data than "
              + data.name()
              + " now holds; restore the data, or start a new run");
    }
    CheckReport check = check(config, data);
    Checkpoints checkpoints = new Checkpoints(folder.checkpoints(), 1);
    checkpoints.removeUnfinished();
    Checkpoint checkpoint = checkpoints.latest();
    ModelAssembler assembler = new ModelAssembler(plugins, compute).forTraining();
    try (LoadedModel model = assembler.load(config, checkpoint, Checkpoint.WEIGHTS)) {
      OptimizerState optimizer = new OptimizerState(model.parameters());
      checkpoint.loadOptimizer(optimizer);
      TrainingRules rules = choices.rules(config.training(), compute.kernels());
      Beginning from = new Beginning(checkpoint.state(), optimizer);
      return run(folder, model, data, from, rules, check);
    }
  }

  /** Lets the training data fill in what the configuration leaves open. */
  private RunConfig resolve(RunConfig config, DatasetReader.Read data) {
    List<Map<String, String>> rows =
        data.dataset().split(Splits.TRAIN).stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    config.heads().forEach((name, head) -> heads.put(name, head.resolve(plugins, rows)));
    return config.withHeads(heads).withData(data.section());
  }

  /** Where a training begins. */
  private record Beginning(TrainingState state, OptimizerState optimizer) {}

  private RunResult run(
      RunFolder folder,
      LoadedModel model,
      Dataset data,
      Beginning from,
      TrainingRules rules,
      CheckReport check)
      throws IOException {
    RunConfig config = model.config();
    BadExamples bad = new BadExamples(config.data().common().onBadExample());
    try (MetricsLog log = new MetricsLog(folder.metrics(), from.state().step())) {
      Checkpoints checkpoints =
          new Checkpoints(folder.checkpoints(), config.training().keepCheckpoints());
      TrainingLoop training = loop(folder, model, data, from, rules, checkpoints, bad, log);
      register(training);
      TrainingOutcome outcome = training.run();
      Optional<EvaluationResult> test =
          outcome.stopped() || !data.has(Splits.TEST)
              ? Optional.empty()
              : Optional.of(test(model, data, checkpoints.best(), bad, log));
      return new RunResult(folder, outcome, test, bad.all(), check);
    }
  }

  private TrainingLoop loop(
      RunFolder folder,
      LoadedModel model,
      Dataset data,
      Beginning from,
      TrainingRules rules,
      Checkpoints checkpoints,
      BadExamples bad,
      MetricsLog log) {
    RunConfig config = model.config();
    TrainingConfig training = config.training();
    List<RunListener> listeners = new ArrayList<>();
    listeners.add(log);
    listeners.addAll(choices.listeners());
    List<Example> validation =
        data.has(Splits.VALIDATION) ? data.split(Splits.VALIDATION) : List.of();
    return new TrainingLoop(
        folder.name(),
        model.model(),
        training,
        rules.optimizer(),
        rules.schedule(),
        new TrainingData(
            data.split(Splits.TRAIN),
            validation,
            model.batchMaker(bad, true),
            config.data().common().threads()),
        from.state(),
        from.optimizer(),
        config.seed(),
        checkpoints,
        listeners);
  }

  private synchronized void register(TrainingLoop training) {
    loop = training;
    if (stopRequested) {
      training.stop();
    }
  }

  /** The one time the test split is read; the checkpoint was chosen by validation. */
  private static EvaluationResult test(
      LoadedModel model, Dataset data, Checkpoint best, BadExamples bad, MetricsLog log)
      throws IOException {
    best.verify();
    best.loadWeights(ModelAssembler.usedWeights(model.config()), model.model().network());
    EvaluationResult result = model.evaluate(data.split(Splits.TEST), bad, done -> {});
    log.tested(result, best.name());
    return result;
  }
}
