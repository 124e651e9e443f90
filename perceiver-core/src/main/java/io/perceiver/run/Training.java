package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamples;
import io.perceiver.data.Dataset;
import io.perceiver.data.check.CheckReport;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.RunConfigWriter;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.kernel.EngineWork;
import io.perceiver.internal.run.Checkpoints;
import io.perceiver.internal.run.DataCheck;
import io.perceiver.internal.run.RunDevice;
import io.perceiver.internal.run.RunManifest;
import io.perceiver.internal.run.TrainingChoices;
import io.perceiver.internal.train.EarlyStopping;
import io.perceiver.internal.train.TrainingData;
import io.perceiver.internal.train.TrainingLoop;
import io.perceiver.internal.train.TrainingRules;
import io.perceiver.internal.train.TrainingStart;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.RunListener;
import io.perceiver.train.TrainingConfig;
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
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Trains the model of a configuration from data to a finished run folder. It computes where and how
 * the configuration says. Used once, by one thread; {@link #stop} may be called by any.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Training {
  private static final String ASKED = "it was asked to";
  private static final String GO_ON =
      "; a run goes on as it was started: only device, data.*, training.epochs and training.steps"
          + " can change. Start a new run for other values";

  private final PluginRegistry plugins;
  private final TrainingChoices choices;
  private @Nullable TrainingLoop loop;
  private @Nullable String stopReason;
  private boolean testsIfStopped;
  private boolean used;

  /** Creates a training with what the application chose. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Training(PluginRegistry plugins, TrainingChoices choices) {
    this.plugins = plugins;
    this.choices = choices;
  }

  /** Asks the training to end after the step it is at, leaving a checkpoint. */
  public void stop() {
    stop(ASKED);
  }

  /**
   * Asks the training to end after the step it is at, leaving a checkpoint.
   *
   * @param reason why, for those who hear how it ended; the first one counts
   */
  public synchronized void stop(String reason) {
    stopReason = stopReason == null ? reason : stopReason;
    if (loop != null) {
      loop.stop(stopReason);
    }
  }

  /**
   * Asks for the figures on the test split even if the training is stopped before its end. The
   * split then counts as seen if the run goes on later.
   */
  public Training testIfStopped() {
    testsIfStopped = true;
    return this;
  }

  /**
   * Trains on the data set of a configuration, in a new run folder.
   *
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and data; no folder is
   *     made then
   */
  public RunResult run(RunConfig config, Path runs) throws IOException {
    return working(() -> start(config, runs, () -> new RunData(plugins).read(config)));
  }

  /**
   * Trains on examples of the application's own, in a new run folder.
   *
   * @param examples of all splits
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and examples; no folder is
   *     made then
   */
  public RunResult run(RunConfig config, List<Example> examples, Path runs) throws IOException {
    return working(() -> start(config, runs, () -> new RunData(plugins).of(config, examples)));
  }

  /** Has the process wait for the training if it ends meanwhile. */
  private RunResult working(EngineWork.Work<RunResult, IOException> work) throws IOException {
    use();
    return EngineWork.run(work, () -> stop("the process is ending"));
  }

  /** Lists the examples to train on. */
  @FunctionalInterface
  private interface Listing {
    RunData.Read read() throws IOException;
  }

  private RunResult start(RunConfig config, Path runs, Listing listing) throws IOException {
    RunDevice.check(config);
    TrainingRules rules = choices.rules(config.training(), config.seed());
    RunData.Read data = listing.read();
    CheckReport check = check(config, data.dataset());
    RunConfig resolved = resolve(config, data);
    try (PerceiverModel model = new ModelAssembler(plugins).forTraining().assemble(resolved)) {
      TargetCheck.check(data.dataset(), model.trainable().targets());
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
      RunFolder folder, PerceiverModel model, Dataset data, TrainingRules rules, CheckReport check)
      throws IOException {
    Files.createDirectories(folder.checkpoints());
    folder.write(folder.config(), RunConfigWriter.write(model.config(), true));
    RunManifest.of(model, data, plugins, choices.inCode(), check.warnings()).write(folder);
    TrainingStart start = TrainingStart.anew(new OptimizerState(model.parameters()));
    return run(folder, model, data, start, rules, check);
  }

  /** A training keeps what it was asked to stop for, so it serves one run. */
  private synchronized void use() {
    if (used) {
      throw new PerceiverException("a Training serves one run; make another");
    }
    used = true;
  }

  /**
   * Goes on with a run from its latest checkpoint. The result of one that was stopped is that of a
   * run that was never stopped. One that is finished goes on if the configuration asks for more
   * epochs or steps than it had; its earlier figures on the test split stay, and count as seen.
   *
   * @param config the run's own, in which the device, {@code data}, and the numbers of epochs and
   *     steps may have changed
   * @throws PerceiverException if there is nothing left to do, the configuration is not the run's,
   *     other data is there, or another training has it
   */
  public RunResult resume(RunConfig config, RunFolder folder) throws IOException {
    return working(
        () ->
            RunLock.holding(
                folder, () -> goOn(config, folder, () -> new RunData(plugins).read(config))));
  }

  /**
   * Goes on with a run that was trained on examples of the application's own.
   *
   * @param config as for {@link #resume(RunConfig, RunFolder)}
   * @param examples the same as before
   * @throws PerceiverException as {@link #resume(RunConfig, RunFolder)} does
   */
  public RunResult resume(RunConfig config, List<Example> examples, RunFolder folder)
      throws IOException {
    return working(
        () ->
            RunLock.holding(
                folder,
                () -> goOn(config, folder, () -> new RunData(plugins).of(config, examples))));
  }

  private RunResult goOn(RunConfig config, RunFolder folder, Listing listing) throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder.checkpoints(), 1);
    checkpoints.removeUnfinished();
    Checkpoint checkpoint = checkpoints.latest();
    TrainingState state = checkpoint.state();
    checkGoesOn(config, folder, state);
    Dataset data = listing.read().dataset();
    RunManifest manifest = RunManifest.read(folder);
    if (!manifest.dataFingerprint().equals(data.fingerprint())) {
      throw new PerceiverException(
          folder.name()
              + " was trained on other data than "
              + data.name()
              + " now holds; restore the data, or start a new run");
    }
    checkInCode(folder, manifest);
    CheckReport check = check(config, data);
    ModelAssembler assembler = new ModelAssembler(plugins).forTraining();
    try (PerceiverModel model = assembler.load(config, checkpoint, Checkpoint.WEIGHTS)) {
      folder.write(folder.config(), RunConfigWriter.write(config, true));
      OptimizerState optimizer = new OptimizerState(model.parameters());
      checkpoint.loadOptimizer(optimizer);
      TrainingRules rules = choices.rules(config.training(), config.seed());
      return run(folder, model, data, new TrainingStart(state, optimizer), rules, check);
    }
  }

  private void checkGoesOn(RunConfig config, RunFolder folder, TrainingState state)
      throws IOException {
    RunConfig before = RunConfigReader.readTrained(YamlReader.file(folder.config()), plugins);
    List<String> changed = ResumedConfig.changes(before, config);
    if (!changed.isEmpty()) {
      throw new PerceiverException(
          folder.name()
              + " was started with other values of "
              + String.join(", ", changed)
              + GO_ON);
    }
    if (MetricsLog.hasTest(folder.metrics()) && ResumedConfig.isDone(config.training(), state)) {
      throw new PerceiverException(
          folder.name()
              + " is finished, and its test split was read. Evaluate it, ask for more epochs with a"
              + " larger training.epochs than "
              + config.training().epochs()
              + ", or start a new run");
    }
  }

  private void checkInCode(RunFolder folder, RunManifest manifest) {
    if (!manifest.inCode().equals(choices.inCode())) {
      throw new PerceiverException(
          "%s was trained with %s; now there is %s. Give the same again, or start a new run"
              .formatted(folder.name(), inCode(manifest.inCode()), inCode(choices.inCode())));
    }
  }

  private static String inCode(Map<String, String> choices) {
    return choices.isEmpty()
        ? "the configuration's optimiser and schedule"
        : "%s given in code".formatted(choices);
  }

  /** Lets the training data fill in what the configuration leaves open. */
  private RunConfig resolve(RunConfig config, RunData.Read data) {
    List<Map<String, String>> rows =
        data.dataset().split(Splits.TRAIN).stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    Problems problems = new Problems("");
    config
        .heads()
        .forEach(
            (name, head) -> {
              try {
                heads.put(name, head.resolve(plugins, rows));
              } catch (InvalidSpecException e) {
                e.problems().forEach(problem -> problems.add("heads." + name + "." + problem));
              }
            });
    problems.throwIfAny();
    return config.with(
        c -> {
          c.heads = heads;
          c.data = data.section();
        });
  }

  private RunResult run(
      RunFolder folder,
      PerceiverModel model,
      Dataset data,
      TrainingStart from,
      TrainingRules rules,
      CheckReport check)
      throws IOException {
    RunConfig config = model.config();
    BadExamples bad = new BadExamples(config.data().common().onBadExample());
    boolean testSeen = MetricsLog.hasTest(folder.metrics());
    try (MetricsLog log = new MetricsLog(folder.metrics(), from.state().step())) {
      Checkpoints checkpoints =
          new Checkpoints(folder.checkpoints(), config.training().keepCheckpoints());
      Optional<EarlyStopping> patience = patience(config.training());
      List<RunListener> listeners = new ArrayList<>();
      listeners.add(log);
      patience.ifPresent(listeners::add);
      listeners.addAll(choices.listeners());
      TrainingLoop training = loop(folder, model, data, from, rules, checkpoints, bad, listeners);
      register(training);
      TrainingOutcome outcome = training.run();
      // to run out of patience is one of the ends that the configuration asks for
      boolean ended = !outcome.stopped() || patience.filter(EarlyStopping::isSpent).isPresent();
      boolean tests = data.has(Splits.TEST) && (testsIfStopped || ended);
      Optional<EvaluationResult> test =
          tests
              ? Optional.of(test(model, data, checkpoints.best(), bad, log, testSeen))
              : Optional.empty();
      return new RunResult(folder, outcome, test, testSeen, bad.all(), check);
    }
  }

  private static Optional<EarlyStopping> patience(TrainingConfig config) {
    return config.patience() > 0
        ? Optional.of(new EarlyStopping(config.patience()))
        : Optional.empty();
  }

  private TrainingLoop loop(
      RunFolder folder,
      PerceiverModel model,
      Dataset data,
      TrainingStart from,
      TrainingRules rules,
      Checkpoints checkpoints,
      BadExamples bad,
      List<RunListener> listeners) {
    RunConfig config = model.config();
    List<Example> validation =
        data.has(Splits.VALIDATION) ? data.split(Splits.VALIDATION) : List.of();
    return new TrainingLoop(
        folder.name(),
        model.trainable(),
        rules,
        new TrainingData(
            data.split(Splits.TRAIN),
            validation,
            model.batchMaker(bad, true),
            config.data().common().threads()),
        from,
        checkpoints,
        listeners);
  }

  private synchronized void register(TrainingLoop training) {
    loop = training;
    if (stopReason != null) {
      training.stop(stopReason);
    }
  }

  /** The checkpoint was chosen by validation, so the test split is read just here. */
  private static EvaluationResult test(
      PerceiverModel model,
      Dataset data,
      Checkpoint best,
      BadExamples bad,
      MetricsLog log,
      boolean seen)
      throws IOException {
    best.verify();
    best.loadWeights(ModelAssembler.usedWeights(model.config()), model.network());
    EvaluationResult result =
        model
            .calibrated(best.state().calibration())
            .evaluate(data.split(Splits.TEST), bad, done -> {});
    log.tested(result, best.name(), seen);
    return result;
  }
}
