package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.Example;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.CheckpointSink;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.internal.train.TrainingData;
import io.perceiver.internal.train.TrainingLoop;
import io.perceiver.internal.train.TrainingRules;
import io.perceiver.internal.train.TrainingStart;
import io.perceiver.train.AveragingConfig;
import io.perceiver.train.Model;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.ParameterUpdate;
import io.perceiver.train.RunListener;
import io.perceiver.train.ScheduleConfig;
import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains a tiny model with the project's own loop and watches every gradient. One training runs at
 * a time, as the engine asks. Used by one thread.
 */
final class TinyTraining implements RunListener, AutoCloseable {
  private static final Object ONE_AT_A_TIME = new Object();
  private static final CheckpointSink NOWHERE =
      (model, optimizer, state, best) -> "step-" + state.step();
  private static final OptimizerConfig ADAM =
      new OptimizerConfig("adam", 1e-2, 0, 0.9, 0.999, 1e-8, 0);
  private static final ScheduleConfig CONSTANT =
      new ScheduleConfig("constant", 0, List.of(), 0.1, 0, 0);

  private final TinyModel model;
  private final List<Example> examples;
  private final Optimizer adam;
  private final NDManager manager;
  private final OptimizerState state;
  private final Map<String, Double> largestGradients = new HashMap<>();
  private double loss = Double.NaN;

  /** Creates one over examples that make one batch. */
  TinyTraining(TinyModel model, List<Example> examples) {
    this.model = model;
    this.examples = examples;
    manager = model.model().compute().newManager();
    state = new OptimizerState(manager);
    adam = Optimizers.of(ADAM, model.model().compute().kernels());
  }

  /** Takes more steps and returns the loss of the last one, before it moved anything. */
  double train(int steps) throws IOException {
    run(model.model(), steps, 1, this::step);
    return loss;
  }

  /**
   * The gradients of the first step, if it were taken again from here, by parameter. Nothing moves.
   *
   * @param between happens between the forward and the backward pass
   */
  Map<String, float[]> gradients(Runnable between) throws IOException {
    Map<String, float[]> gradients = new TreeMap<>();
    // without clipping, which would spread one parameter's fault to all
    run(
        model.interrupted(between),
        1,
        0,
        (updates, rate, remembered) ->
            updates.forEach(
                update -> gradients.put(update.name(), update.gradient().toFloatArray())));
    return gradients;
  }

  private void run(Model trained, int steps, double clipNorm, Optimizer optimizer)
      throws IOException {
    TrainingConfig config =
        new TrainingConfig(
            examples.size(),
            1,
            0,
            steps,
            clipNorm,
            steps,
            1,
            ADAM,
            CONSTANT,
            false,
            AveragingConfig.DEFAULT,
            "",
            0);
    synchronized (ONE_AT_A_TIME) {
      new TrainingLoop(
              "testkit",
              trained,
              new TrainingRules(config, optimizer, at -> 1, 1),
              new TrainingData(examples, List.of(), model.maker(), 1),
              TrainingStart.anew(state),
              NOWHERE,
              Set.of(this))
          .run();
    }
  }

  private void step(List<ParameterUpdate> updates, double rate, OptimizerState remembered) {
    for (ParameterUpdate update : updates) {
      double largest = update.gradient().abs().max().getFloat();
      largestGradients.merge(update.name(), largest, Math::max);
    }
    adam.step(updates, rate, remembered);
  }

  @Override
  public void stepped(StepReport report) {
    loss = report.loss();
  }

  /**
   * The largest gradient so far of every parameter that may learn, by name; 0 for one that took no
   * part.
   */
  Map<String, Double> largestGradients() {
    Map<String, Double> largest = new TreeMap<>();
    Weights.named(model.network())
        .forEach(
            (name, parameter) -> {
              if (parameter.requiresGradient()) {
                largest.put(name, largestGradients.getOrDefault(name, 0.0));
              }
            });
    return largest;
  }

  /**
   * Fails if a parameter that may learn had no gradient other than 0 in any step so far.
   *
   * @param part begin of the names of those that are looked at
   */
  void assertAllGradients(String part) {
    List<String> idle =
        largestGradients().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(part) && !(entry.getValue() > 0))
            .map(Map.Entry::getKey)
            .toList();
    check(idle.isEmpty(), () -> "these get none: " + idle);
  }

  /** What the optimiser remembers. */
  OptimizerState state() {
    return state;
  }

  @Override
  public void close() {
    manager.close();
  }
}
