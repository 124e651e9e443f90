package io.perceiver.internal.train;

import io.perceiver.api.PerceiverException;
import io.perceiver.data.HostBatch;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.data.BatchLoader;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.nn.Weights;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.DivergedException;
import io.perceiver.train.Model;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepOptions;
import io.perceiver.train.StepReport;
import io.perceiver.train.StepResult;
import io.perceiver.train.TrainingConfig;
import io.perceiver.train.TrainingOutcome;
import io.perceiver.train.TrainingPlan;
import io.perceiver.train.TrainingState;
import io.perceiver.train.TrainingStep;
import io.perceiver.train.ValidationReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a model: epochs of steps, validation, checkpoints. Run once, by one thread; {@link #stop}
 * may be called by any.
 */
public final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);
  private static final int PREFETCH = 4;
  private static final String NO_CHECKPOINT = "none";

  private final String name;
  private final Model model;
  private final TrainingRules rules;
  private final TrainingData data;
  private final CheckpointSink checkpoints;
  private final List<RunListener> listeners;
  private final TrainingStep step;
  private final OptimizerState optimizerState;
  private final WeightAverages averages;
  private final long stepsPerEpoch;
  private final long totalSteps;

  private TrainingState state;
  private String lastCheckpoint = NO_CHECKPOINT;
  private double stepSeconds;
  private double waitedSeconds;
  private final AtomicReference<@Nullable String> stopReason = new AtomicReference<>();

  /**
   * Prepares a training.
   *
   * @param name the run's name, for messages
   * @param from where to begin: {@link TrainingStart#anew}, or what a checkpoint holds
   * @param listeners called in this order
   * @throws PerceiverException if the model has no heads, or no metric as {@code training.chooseBy}
   *     says
   */
  public TrainingLoop(
      String name,
      Model model,
      TrainingRules rules,
      TrainingData data,
      TrainingStart from,
      CheckpointSink checkpoints,
      Collection<RunListener> listeners) {
    this.name = name;
    this.model = model;
    this.rules = rules;
    this.data = data;
    this.checkpoints = checkpoints;
    this.listeners = List.copyOf(listeners);
    state = from.state();
    optimizerState = from.optimizer();
    TrainingConfig config = rules.config();
    model.checkChoice(config.chooseBy());
    step =
        new TrainingStep(
            model, rules.optimizer(), optimizerState, StepOptions.of(config, rules.seed()));
    averages =
        WeightAverages.of(
            config.averaging(),
            Weights.named(model.network().block()),
            optimizerState,
            model.compute().kernels());
    long batches = options().batches(data.train().size());
    stepsPerEpoch = (batches + config.accumulation() - 1) / config.accumulation();
    totalSteps = config.steps() > 0 ? config.steps() : config.epochs() * stepsPerEpoch;
  }

  /**
   * Asks the training to end after the step it is at; it then saves a checkpoint that can go on.
   *
   * @param reason why, for those who hear how it ended; the first one asked for counts
   */
  public void stop(String reason) {
    stopReason.compareAndSet(null, reason);
  }

  /**
   * Trains to the end, or until stopped.
   *
   * @throws PerceiverException if another training holds this JVM's engine, or an example is bad
   * @throws DivergedException if the loss is no longer a number
   * @throws IOException if a checkpoint cannot be written
   */
  public TrainingOutcome run() throws IOException {
    TrainingLock.acquire(name);
    try {
      long start = System.nanoTime();
      TrainingPlan plan =
          new TrainingPlan(name, data.train().size(), stepsPerEpoch, totalSteps, state.step());
      listeners.forEach(listener -> listener.started(plan, this::stop));
      while (!isOver()) {
        epoch();
      }
      if (lastCheckpoint.equals(NO_CHECKPOINT)) {
        save(false);
      }
      TrainingOutcome outcome = outcome((System.nanoTime() - start) / 1e9);
      listeners.forEach(listener -> listener.finished(outcome));
      return outcome;
    } finally {
      TrainingLock.release();
    }
  }

  private TrainingOutcome outcome(double seconds) {
    Optional<String> stopped = isDone() ? Optional.empty() : Optional.ofNullable(stopReason.get());
    double waited = stepSeconds == 0 ? 0 : waitedSeconds / stepSeconds;
    return new TrainingOutcome(state, stopped, seconds, waited);
  }

  private boolean isStopped() {
    return stopReason.get() != null;
  }

  private boolean isOver() {
    return isStopped() || isDone();
  }

  /** Epochs may end before their steps do, where examples that cannot be read are left out. */
  private boolean isDone() {
    boolean epochsDone = rules.config().steps() == 0 && state.epoch() >= rules.config().epochs();
    return epochsDone || state.step() >= totalSteps;
  }

  private void epoch() throws IOException {
    boolean whole;
    try (BatchLoader batches = new BatchLoader(data.train(), data.maker(), options())) {
      while (!isOver() && batches.hasNext()) {
        step(batches);
      }
      whole = !isOver() || state.batch() >= batches.batches();
    }
    if (isStopped() && !whole) {
      save(false);
      return;
    }
    TrainingState ended = state;
    if (whole) {
      state = state.nextEpoch();
    }
    boolean due = state.epoch() % rules.config().evaluateEvery() == 0;
    save((due || state.step() >= totalSteps) && validateOrSave(ended));
  }

  private BatchOptions options() {
    return BatchOptions.training(rules.config().batchSize(), rules.seed(), state.epoch())
        .from(state.batch())
        .on(data.threads(), PREFETCH);
  }

  /** One optimiser step over as many batches as are accumulated. */
  private void step(BatchLoader batches) {
    long start = System.nanoTime();
    long waitedBefore = batches.waitedNanos();
    List<HostBatch> group = new ArrayList<>();
    try {
      while (group.size() < rules.config().accumulation() && batches.hasNext()) {
        group.add(batches.next());
      }
      double waited = (batches.waitedNanos() - waitedBefore) / 1e9;
      double rate = rules.learningRate(state.step(), totalSteps, stepsPerEpoch);
      StepResult result = step.take(state.step(), rate, arrays(group));
      if (!result.isFinite()) {
        throw new DivergedException(state, result, rate, lastCheckpoint);
      }
      averages.update(state.step() + 1);
      report(group, result, rate, (System.nanoTime() - start) / 1e9, waited);
    } finally {
      group.forEach(HostBatch::close);
    }
  }

  private static List<TrainingStep.Batch> arrays(List<HostBatch> group) {
    List<TrainingStep.Batch> arrays = new ArrayList<>();
    group.forEach(batch -> arrays.add(manager -> DeviceBatch.of(batch, manager)));
    return arrays;
  }

  private void report(
      List<HostBatch> group, StepResult result, double rate, double seconds, double waited) {
    int examples = group.stream().mapToInt(HostBatch::size).sum();
    int last = group.get(group.size() - 1).index() + 1;
    state = state.afterStep(last - state.batch(), examples, result.loss());
    stepSeconds += seconds;
    waitedSeconds += waited;
    StepReport report = new StepReport(state, result, rate, examples, seconds, waited);
    listeners.forEach(listener -> listener.stepped(report));
  }

  /** What was learned must outlive a validation that fails, say on an unreadable example. */
  private boolean validateOrSave(TrainingState ended) throws IOException {
    try {
      return validate(ended);
    } catch (RuntimeException e) {
      save(false);
      throw e;
    }
  }

  /** Returns whether the weights are the best so far; without validation the last ones are. */
  private boolean validate(TrainingState ended) {
    if (data.validation().isEmpty()) {
      return true;
    }
    BatchOptions options =
        BatchOptions.evaluation(rules.config().batchSize()).on(data.threads(), PREFETCH);
    Evaluation.Validation validation =
        averages.inPlaceOfWeights(
            () -> Evaluation.validation(model, data.validation(), data.maker(), options));
    EvaluationResult result = validation.result();
    String chooseBy = rules.config().chooseBy();
    boolean better = result.isBetterThan(state.best(), chooseBy);
    if (Double.isNaN(result.chosen(chooseBy))) {
      LOG.warn(
          "The figure that chooses checkpoints{} has no value on the validation split: no example"
              + " has a target for it, or the model's answers are not finite. No checkpoint counts"
              + " as best",
          chooseBy.isEmpty() ? "" : " (training.chooseBy: " + chooseBy + ")");
    }
    state =
        better
            ? state.withBest(result.chosen(chooseBy), validation.calibration())
            : state.withoutBetter();
    ValidationReport report =
        new ValidationReport(ended, ended.meanLoss(), result, better, state.sinceBest());
    listeners.forEach(listener -> listener.validated(report));
    return better;
  }

  private void save(boolean isBest) throws IOException {
    String saved = checkpoints.save(model, optimizerState, state, isBest);
    lastCheckpoint = saved;
    listeners.forEach(listener -> listener.saved(saved));
  }
}
