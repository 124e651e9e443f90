package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.GradientExchange;
import io.perceiver.train.Model;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.StepOptions;
import io.perceiver.train.TrainingStep;
import java.util.List;
import java.util.Map;

/**
 * A model that predicts and learns: a forward pass alone, or the training loop's own step with
 * AdamW. Used by one thread; owns the optimiser's state, not the network's parameters.
 */
public final class Subject implements AutoCloseable {
  /** Largest global norm of the gradients. */
  public static final double CLIP_NORM = 1;

  private static final double LEARNING_RATE = 1e-4;

  private static final OptimizerConfig ADAMW =
      new OptimizerConfig("adamw", LEARNING_RATE, 0, 0.9, 0.999, 1e-8, 0.05);

  private final Model model;
  private final NDManager memory;
  private final TrainingStep step;
  private final TrainingStep checkpointedStep;
  private long steps;

  /** Creates one with AdamW. */
  public Subject(Model model) {
    this.model = model;
    memory = model.compute().newManager();
    OptimizerState state = new OptimizerState(memory);
    step = step(state, false);
    checkpointedStep = step(state, true);
  }

  private TrainingStep step(OptimizerState state, boolean recomputes) {
    StepOptions options =
        new StepOptions(CLIP_NORM, recomputes, 0, name -> 1, GradientExchange.NONE);
    return new TrainingStep(model, Optimizers.of(ADAMW, model.compute().kernels()), state, options);
  }

  /** A forward pass without gradients; returns when its result is there. */
  public void forward(DeviceBatch batch) {
    try (NDManager manager = model.compute().newManager()) {
      Map<String, NDArray> outputs =
          model
              .network()
              .outputs(new ParameterStore(manager, false), batch.under(manager).inputs(), false);
      outputs.values().forEach(NDArray::toFloatArray);
    }
  }

  /** A training step; returns when it is done. */
  public StepTimes step(TrainingStep.Batch batch) {
    return StepTimes.of(step.take(steps++, LEARNING_RATE, List.of(batch)).times());
  }

  /** A training step with activation checkpointing; returns when it is done. */
  public StepTimes checkpointedStep(TrainingStep.Batch batch) {
    return StepTimes.of(checkpointedStep.take(steps++, LEARNING_RATE, List.of(batch)).times());
  }

  @Override
  public void close() {
    memory.close();
  }
}
