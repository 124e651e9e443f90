package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import io.perceiver.data.BatchLoader;
import io.perceiver.data.BatchOptions;
import io.perceiver.data.HostBatch;
import io.perceiver.data.Seeds;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.nn.EngineGenerator;
import io.perceiver.nn.PerceiverOutput;
import io.perceiver.nn.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a model: batch, forward, loss, backward, clip, step, schedule, log, validate, checkpoint.
 * Run once, by one thread; {@link #stop} may be called by any.
 */
public final class TrainingLoop {
  private static final int PREFETCH = 4;
  private static final String NO_CHECKPOINT = "none";

  private final String name;
  private final Model model;
  private final TrainingConfig config;
  private final Optimizer optimizer;
  private final Schedule schedule;
  private final TrainingData data;
  private final long seed;
  private final CheckpointSink checkpoints;
  private final List<RunListener> listeners;
  private final Map<String, Parameter> parameters;
  private final WeightAverages averages;
  private final long stepsPerEpoch;
  private final long totalSteps;

  private TrainingState state;
  private OptimizerState optimizerState;
  private String lastCheckpoint = NO_CHECKPOINT;
  private double stepSeconds;
  private double waitedSeconds;
  private volatile boolean stopRequested;

  /**
   * Prepares a training.
   *
   * @param name the run's name, for messages
   * @param from where to begin: {@link TrainingState#START}, or a checkpoint's
   * @param optimizerState empty, or a checkpoint's; its arrays live as long as the model's
   * @param seed every random draw is a function of this, its purpose, and epoch, step or example
   * @param listeners called in this order
   */
  public TrainingLoop(
      String name,
      Model model,
      TrainingConfig config,
      Optimizer optimizer,
      Schedule schedule,
      TrainingData data,
      TrainingState from,
      OptimizerState optimizerState,
      long seed,
      CheckpointSink checkpoints,
      Collection<RunListener> listeners) {
    this.name = name;
    this.model = model;
    this.config = config;
    this.optimizer = optimizer;
    this.schedule = schedule;
    this.data = data;
    this.state = from;
    this.optimizerState = optimizerState;
    this.seed = seed;
    this.checkpoints = checkpoints;
    this.listeners = List.copyOf(listeners);
    parameters = Weights.named(model.network());
    averages =
        WeightAverages.of(
            config.averaging(), parameters, optimizerState, model.compute().kernels());
    long batches = options().batches(data.train().size());
    stepsPerEpoch = (batches + config.accumulation() - 1) / config.accumulation();
    totalSteps = config.steps() > 0 ? config.steps() : config.epochs() * stepsPerEpoch;
  }

  /**
   * Asks the training to end after the step it is at; it then saves a checkpoint that can go on.
   */
  public void stop() {
    stopRequested = true;
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
      listeners.forEach(
          listener ->
              listener.started(
                  new TrainingPlan(
                      name, data.train().size(), stepsPerEpoch, totalSteps, state.step())));
      while (!isOver()) {
        epoch();
      }
      if (lastCheckpoint.equals(NO_CHECKPOINT)) {
        save(false);
      }
      TrainingOutcome outcome =
          new TrainingOutcome(
              state,
              !isDone(),
              (System.nanoTime() - start) / 1e9,
              stepSeconds == 0 ? 0 : waitedSeconds / stepSeconds);
      listeners.forEach(listener -> listener.finished(outcome));
      return outcome;
    } finally {
      TrainingLock.release();
    }
  }

  private boolean isOver() {
    return stopRequested || isDone();
  }

  /** Epochs may end before their steps do, where examples that cannot be read are left out. */
  private boolean isDone() {
    boolean epochsDone = config.steps() == 0 && state.epoch() >= config.epochs();
    return epochsDone || state.step() >= totalSteps;
  }

  private void epoch() throws IOException {
    boolean wholeEpoch;
    try (BatchLoader batches = new BatchLoader(data.train(), data.maker(), options())) {
      while (!isOver() && batches.hasNext()) {
        step(batches);
      }
      wholeEpoch = !isOver() || state.batch() >= batches.batches();
    }
    if (stopRequested && !wholeEpoch) {
      save(false);
      return;
    }
    double trainLoss = state.meanLoss();
    TrainingState ended = state;
    if (wholeEpoch) {
      state = state.nextEpoch();
    }
    boolean due = state.epoch() % config.evaluateEvery() == 0;
    if (due || state.step() >= totalSteps) {
      save(validateOrSave(ended, trainLoss));
    } else {
      save(false);
    }
  }

  private BatchOptions options() {
    return BatchOptions.training(config.batchSize(), seed, state.epoch())
        .from(state.batch())
        .on(data.threads(), PREFETCH);
  }

  /** One optimiser step over as many batches as are accumulated. */
  private void step(BatchLoader batches) {
    long start = System.nanoTime();
    long waitedBefore = batches.waitedNanos();
    List<HostBatch> group = new ArrayList<>();
    try (NDManager manager = model.compute().newManager()) {
      while (group.size() < config.accumulation() && batches.hasNext()) {
        group.add(batches.next());
      }
      double waited = (batches.waitedNanos() - waitedBefore) / 1e9;
      report(group, step(group, manager), start, waited);
    } finally {
      group.forEach(HostBatch::close);
    }
  }

  private Moved step(List<HostBatch> group, NDManager manager) {
    double learningRate =
        config.optimizer().learningRate()
            * schedule.factor(
                new Schedule.Progress(
                    state.step(), totalSteps, (double) state.step() / stepsPerEpoch));
    StepParameters leaves =
        new StepParameters(
            manager, config.activationCheckpointing(), Seeds.mix(seed, "segments", state.step()));
    Map<String, Double> weights = totalWeights(group);
    double loss = lossAndGradients(group, weights, leaves, manager);
    List<ParameterUpdate> updates = updates(leaves.gradients(), weights);
    double norm = clip(updates);
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new DivergedException(state, loss, norm, learningRate, lastCheckpoint);
    }
    optimizer.step(updates, learningRate, optimizerState);
    averages.update(state.step() + 1);
    return new Moved(loss, learningRate, norm);
  }

  private double lossAndGradients(
      List<HostBatch> group,
      Map<String, Double> weights,
      StepParameters leaves,
      NDManager manager) {
    double loss = 0;
    // dropout draws from the engine's one generator: nobody else may draw meanwhile
    synchronized (EngineGenerator.LOCK) {
      manager.getEngine().setRandomSeed((int) Seeds.mix(seed, "dropout", state.step()));
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        for (HostBatch batch : group) {
          try (NDManager pass = manager.newSubManager()) {
            NDArray part = loss(batch, weights, leaves, pass);
            leaves.backward(collector, part);
            loss += part.getFloat();
          }
        }
      }
    }
    return loss;
  }

  /** What one step came to. */
  private record Moved(double loss, double learningRate, double norm) {}

  /** The sum over heads of the weighted mean over the whole group, this batch's part of it. */
  private NDArray loss(
      HostBatch host, Map<String, Double> weights, StepParameters leaves, NDManager manager) {
    DeviceBatch batch = DeviceBatch.of(host, manager);
    PerceiverOutput output = model.network().forward(leaves, batch.inputs(), true);
    NDArray sum = null;
    for (Map.Entry<String, Head> entry : model.heads().entrySet()) {
      String head = entry.getKey();
      NDArray each =
          entry.getValue().loss().perExample(output.head(head), batch.target(head).values());
      double weight = Math.max(1, weights.getOrDefault(head, 1.0));
      NDArray part = Scalars.divide(each.mul(batch.target(head).weights()).sum(), weight);
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      throw new PerceiverException("a model without heads has no loss to lower; give it a head");
    }
    return sum;
  }

  private static Map<String, Double> totalWeights(List<HostBatch> group) {
    Map<String, Double> totals = new HashMap<>();
    for (HostBatch batch : group) {
      batch
          .targets()
          .forEach(
              (head, target) -> {
                for (float weight : target.weights()) {
                  totals.merge(head, (double) weight, Double::sum);
                }
              });
    }
    return totals;
  }

  /** The parameters that took part; those of a head without a target in this step did not. */
  private List<ParameterUpdate> updates(
      Map<Parameter, NDArray> gradients, Map<String, Double> weights) {
    List<ParameterUpdate> updates = new ArrayList<>();
    parameters.forEach(
        (parameterName, parameter) -> {
          NDArray gradient = gradients.get(parameter);
          if (gradient != null && !isOfIdleHead(parameterName, weights)) {
            updates.add(
                new ParameterUpdate(
                    parameterName, decays(parameter), parameter.getArray(), gradient));
          }
        });
    return updates;
  }

  private static boolean isOfIdleHead(String parameter, Map<String, Double> weights) {
    return weights.entrySet().stream()
        .anyMatch(
            head -> head.getValue() == 0 && parameter.startsWith("head-" + head.getKey() + "."));
  }

  /** Weights, latents and position vectors decay; biases and norms do not (DeepMind). */
  private static boolean decays(Parameter parameter) {
    return switch (parameter.getType()) {
      case BIAS, GAMMA, BETA -> false;
      default -> true;
    };
  }

  private double clip(List<ParameterUpdate> updates) {
    if (updates.isEmpty()) {
      return 0;
    }
    double largest = config.clipNorm() == 0 ? Double.MAX_VALUE : config.clipNorm();
    List<NDArray> gradients = updates.stream().map(ParameterUpdate::gradient).toList();
    try (NDArray norm = model.compute().kernels().clipGlobalNorm(gradients, largest)) {
      return norm.getFloat();
    }
  }

  private void report(List<HostBatch> group, Moved moved, long start, double waited) {
    int examples = group.stream().mapToInt(HostBatch::size).sum();
    int last = group.get(group.size() - 1).index() + 1;
    state = state.afterStep(last - state.batch(), examples, moved.loss());
    double seconds = (System.nanoTime() - start) / 1e9;
    stepSeconds += seconds;
    waitedSeconds += waited;
    StepReport report =
        new StepReport(
            state, moved.loss(), moved.learningRate(), moved.norm(), examples, seconds, waited);
    listeners.forEach(listener -> listener.stepped(report));
  }

  /** What was learned must outlive a validation that fails, say on an unreadable example. */
  private boolean validateOrSave(TrainingState ended, double trainLoss) throws IOException {
    try {
      return validate(ended, trainLoss);
    } catch (RuntimeException e) {
      save(false);
      throw e;
    }
  }

  private boolean validate(TrainingState ended, double trainLoss) {
    if (data.validation().isEmpty()) {
      return true;
    }
    BatchOptions options = BatchOptions.evaluation(config.batchSize()).on(data.threads(), PREFETCH);
    EvaluationResult result =
        averages.inPlaceOfWeights(
            () -> Evaluation.of(model, data.validation(), data.maker(), options, done -> {}));
    boolean better = result.isBetterThan(state.best());
    if (better) {
      state = state.withBest(result.primary());
    }
    ValidationReport report = new ValidationReport(ended, trainLoss, result, better);
    listeners.forEach(listener -> listener.validated(report));
    return better;
  }

  private void save(boolean isBest) throws IOException {
    String saved = checkpoints.save(model, optimizerState, state, isBest);
    lastCheckpoint = saved;
    listeners.forEach(listener -> listener.saved(saved));
  }
}
