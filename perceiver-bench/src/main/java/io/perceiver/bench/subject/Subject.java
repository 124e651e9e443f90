package io.perceiver.bench.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.Head;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Weights;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.Optimizers;
import io.perceiver.train.ParameterUpdate;
import io.perceiver.train.StepParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network that predicts and learns: forward pass alone, or forward, loss, backward, clip and
 * AdamW as the training loop does them. Used by one thread; owns the optimiser's state, not the
 * network's parameters.
 */
public final class Subject implements AutoCloseable {
  /** Largest global norm of the gradients. */
  public static final double CLIP_NORM = 1;

  private static final OptimizerConfig ADAMW =
      new OptimizerConfig("adamw", 1e-4, 0, 0.9, 0.999, 1e-8, 0.05);

  private final Network network;
  private final Map<String, Head> heads;
  private final Compute compute;
  private final Map<String, Parameter> parameters;
  private final double learningRate;
  private final Optimizer optimizer;
  private final NDManager memory;
  private final OptimizerState state;

  /**
   * With AdamW.
   *
   * @param heads by name, those whose losses are added
   */
  public Subject(Network network, Map<String, Head> heads, Compute compute) {
    this(network, heads, compute, ADAMW);
  }

  /**
   * With a chosen optimiser.
   *
   * @param config its type one of {@link Optimizers}
   */
  public Subject(
      Network network, Map<String, Head> heads, Compute compute, OptimizerConfig config) {
    this.network = network;
    this.heads = Map.copyOf(heads);
    this.compute = compute;
    parameters = Weights.named(network.block());
    learningRate = config.learningRate();
    optimizer =
        Objects.requireNonNull(Optimizers.all().get(config.type()), config.type())
            .create(config, compute.kernels());
    memory = compute.newManager();
    state = new OptimizerState(memory);
  }

  /** A forward pass without gradients; returns when its result is there. */
  public void forward(Batch batch) {
    try (NDManager step = compute.newManager()) {
      Map<String, NDArray> outputs =
          network.forward(new ParameterStore(step, false), batch.under(step).inputs(), false);
      outputs.values().forEach(NDArray::toFloatArray);
    }
  }

  /** A training step; returns when it is done. */
  public StepTimes step(Batch batch) {
    return step(batch, learningRate);
  }

  /** A training step at a learning rate of its own; returns when it is done. */
  public StepTimes step(Batch batch, double rate) {
    return step(batch, rate, false);
  }

  /** A training step with activation checkpointing; returns when it is done. */
  public StepTimes checkpointedStep(Batch batch) {
    return step(batch, learningRate, true);
  }

  private StepTimes step(Batch batch, double rate, boolean recomputes) {
    try (NDManager step = compute.newManager()) {
      StepParameters leaves = new StepParameters(step, recomputes, 0);
      long start = System.nanoTime();
      long forwarded;
      try (GradientCollector collector = step.getEngine().newGradientCollector();
          NDManager pass = step.newSubManager()) {
        NDArray loss = loss(batch.under(pass), leaves);
        loss.getFloat();
        forwarded = System.nanoTime();
        leaves.backward(collector, loss);
      }
      List<ParameterUpdate> updates = updates(leaves);
      long differentiated = System.nanoTime();
      clip(updates);
      long clipped = System.nanoTime();
      optimizer.step(updates, rate, state);
      return new StepTimes(
          forwarded - start,
          differentiated - forwarded,
          clipped - differentiated,
          System.nanoTime() - clipped);
    }
  }

  private NDArray loss(Batch batch, StepParameters leaves) {
    return Losses.mean(network.forward(leaves, batch.inputs(), true), batch.targets(), heads);
  }

  private List<ParameterUpdate> updates(StepParameters leaves) {
    Map<Parameter, NDArray> gradients = leaves.gradients();
    List<ParameterUpdate> updates = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          NDArray gradient = gradients.get(parameter);
          if (gradient != null) {
            updates.add(
                new ParameterUpdate(name, decays(parameter), parameter.getArray(), gradient));
          }
        });
    return updates;
  }

  private static boolean decays(Parameter parameter) {
    return switch (parameter.getType()) {
      case BIAS, GAMMA, BETA -> false;
      default -> true;
    };
  }

  private void clip(List<ParameterUpdate> updates) {
    List<NDArray> gradients = updates.stream().map(ParameterUpdate::gradient).toList();
    try (NDArray norm = compute.kernels().clipGlobalNorm(gradients, CLIP_NORM)) {
      norm.getFloat();
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
