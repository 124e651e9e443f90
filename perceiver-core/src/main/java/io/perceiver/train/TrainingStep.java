package io.perceiver.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.perceiver.api.FaultException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Scalars;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.nn.EngineGenerator;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.BatchLoss;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.internal.train.TrainingLoop;
import io.perceiver.nn.ModelOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * One step of training, to be taken again and again: forward pass, loss and backward pass of a
 * group of batches, exchange of gradients, clipping, update. {@link TrainingLoop} is made of it,
 * and so can be a loop of one's own:
 *
 * <pre>{@code
 * OptimizerState state = new OptimizerState(manager);
 * TrainingStep step = new TrainingStep(model, optimizer, state, StepOptions.DEFAULT);
 * for (int n = 0; n < 100; n++) {
 *   try (HostBatch batch = maker.make(examples).orElseThrow()) {
 *     System.out.println(step.take(n, 1e-3, batch).loss());
 *   }
 * }
 * }</pre>
 *
 * <p>Used by one thread at a time. Steps of several models in one JVM wait for each other, because
 * the engine collects the gradients of one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TrainingStep {
  private final Model model;
  private final Optimizer optimizer;
  private final OptimizerState state;
  private final StepOptions options;
  private final Map<String, Parameter> parameters;

  /**
   * Prepares steps of a model.
   *
   * @param optimizer how its parameters follow gradients
   * @param state what is remembered of the parameters; its arrays live as long as the model's
   * @throws PerceiverException if the model has no outputs, and so no loss to lower
   */
  public TrainingStep(Model model, Optimizer optimizer, OptimizerState state, StepOptions options) {
    if (model.outputs().isEmpty()) {
      throw new PerceiverException("a model without heads has no loss to lower; give it a head");
    }
    this.model = model;
    this.optimizer = optimizer;
    this.state = state;
    this.options = options;
    parameters = Weights.named(model.network().block());
  }

  /** A batch of a step, as arrays. */
  @FunctionalInterface
  public interface Batch {

    /** Creates the arrays. It may be called twice in a step. */
    DeviceBatch under(NDManager manager);
  }

  /**
   * Takes a step over one batch.
   *
   * @param step steps taken before, from 0: decides the draws
   */
  public StepResult take(long step, double learningRate, HostBatch batch) {
    return take(step, learningRate, List.of(manager -> DeviceBatch.of(batch, manager)));
  }

  /**
   * Takes a step over a group of batches as over one large batch: the loss of an output is the mean
   * over all its elements in the group. A group without a single target changes nothing.
   *
   * @param step steps taken before, from 0: decides the draws
   * @param learningRate 0 or more
   * @throws PerceiverException if an output does not fit its target, or a rate is not a finite
   *     number of 0 or more
   */
  public StepResult take(long step, double learningRate, List<? extends Batch> group) {
    checkRate("the learning rate", learningRate);
    try (NDManager manager = model.compute().newManager()) {
      StepParameters leaves =
          new StepParameters(
              manager,
              options.activationCheckpointing(),
              Seeds.mix(options.seed(), "segments", step));
      Passes passes = new Passes(leaves, manager);
      // dropout draws from the engine's one generator: nobody else may draw meanwhile
      synchronized (EngineGenerator.LOCK) {
        manager.getEngine().setRandomSeed((int) Seeds.mix(options.seed(), "dropout", step));
        passes.run(group);
      }
      return update(step, learningRate, passes);
    }
  }

  private static void checkRate(String what, double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new PerceiverException(what + " is " + rate + "; allowed: finite numbers of 0 or more");
    }
  }

  private StepResult update(long step, double learningRate, Passes passes) {
    long start = System.nanoTime();
    List<ParameterUpdate> updates = updates(passes.leaves.gradients(), passes.totals.keySet());
    options.exchange().gradients(updates);
    double norm = clip(updates);
    long clipped = System.nanoTime();
    StepResult result = passes.result(norm);
    if (!result.isFinite()) {
      return result;
    }
    if (!updates.isEmpty()) {
      optimizer.step(updates, learningRate, state);
    }
    options.exchange().parameters(step, updates);
    return passes.timed(result, clipped - start, System.nanoTime() - clipped);
  }

  /** The forward and backward passes of one step. */
  private final class Passes {
    private final StepParameters leaves;
    private final NDManager manager;
    private final Map<String, Double> losses = new LinkedHashMap<>();
    private Map<String, Double> totals = Map.of();
    private double loss;
    private long forwardNanos;
    private long backwardNanos;

    Passes(StepParameters leaves, NDManager manager) {
      this.leaves = leaves;
      this.manager = manager;
    }

    /** What all elements of the group weigh has to be known before the first gradient. */
    private Map<String, Double> totalWeights(List<? extends Batch> group) {
      Map<String, Double> sums = new LinkedHashMap<>();
      for (Batch batch : group) {
        try (NDManager scratch = manager.newSubManager()) {
          BatchLoss.training(model, batch.under(scratch))
              .weights()
              .forEach((name, weight) -> sums.merge(name, weight, Double::sum));
        }
      }
      return sums;
    }

    void run(List<? extends Batch> group) {
      long start = System.nanoTime();
      if (group.size() > 1) {
        totals = totalWeights(group);
      }
      forwardNanos += System.nanoTime() - start;
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        for (Batch batch : group) {
          try (NDManager pass = manager.newSubManager()) {
            long made = System.nanoTime();
            DeviceBatch arrays = batch.under(pass);
            if (group.size() == 1) {
              totals = BatchLoss.training(model, arrays).weights();
            }
            forwardNanos += System.nanoTime() - made;
            collect(arrays, collector);
          }
        }
      }
    }

    private void collect(DeviceBatch batch, GradientCollector collector) {
      if (totals.keySet().stream().allMatch(name -> batch.targets(name).isEmpty())) {
        return;
      }
      long start = System.nanoTime();
      Map<String, NDArray> outputs = model.network().outputs(leaves, batch.inputs(), true);
      NDArray sum = weightedSum(BatchLoss.training(model, batch), outputs);
      loss += sum.getFloat();
      long forwarded = System.nanoTime();
      differentiate(collector, sum);
      forwardNanos += forwarded - start;
      backwardNanos += System.nanoTime() - forwarded;
    }

    private void differentiate(GradientCollector collector, NDArray sum) {
      try {
        leaves.backward(collector, sum);
      } catch (EngineException e) {
        throw new FaultException(
            "no gradient can be computed of the losses of " + losses.keySet() + ": " + e, e);
      }
    }

    /** The sum over outputs of their mean loss times their weight, this batch's part of it. */
    private NDArray weightedSum(BatchLoss batch, Map<String, NDArray> outputs) {
      NDArray sum = null;
      for (Map.Entry<String, Double> total : totals.entrySet()) {
        String name = total.getKey();
        if (batch.batch().targets(name).isEmpty()) {
          continue;
        }
        NDArray output = Objects.requireNonNull(outputs.get(name), name);
        NDArray mean = Scalars.divide(batch.sum(name, output), total.getValue());
        losses.merge(name, (double) mean.getFloat(), Double::sum);
        ModelOutput known = Objects.requireNonNull(model.outputs().get(name), name);
        NDArray part = known.weight() == 1 ? mean : Scalars.multiply(mean, known.weight());
        sum = sum == null ? part : sum.add(part);
      }
      return Objects.requireNonNull(sum);
    }

    StepResult result(double norm) {
      return new StepResult(loss, losses, norm, StepResult.Times.NONE);
    }

    StepResult timed(StepResult result, long clipNanos, long updateNanos) {
      StepResult.Times times =
          new StepResult.Times(
              forwardNanos / 1e9, backwardNanos / 1e9, clipNanos / 1e9, updateNanos / 1e9);
      return new StepResult(result.loss(), result.losses(), result.gradientNorm(), times);
    }
  }

  /** The parameters that took part; those of a head without a target in this step did not. */
  private List<ParameterUpdate> updates(Map<Parameter, NDArray> gradients, Set<String> outputs) {
    Set<String> busy =
        outputs.stream()
            .map(name -> Objects.requireNonNull(model.outputs().get(name), name).head())
            .collect(Collectors.toSet());
    Set<String> idle =
        model.outputs().values().stream()
            .map(ModelOutput::head)
            .filter(head -> !busy.contains(head))
            .map(head -> "head-" + head + ".")
            .collect(Collectors.toSet());
    List<ParameterUpdate> updates = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          NDArray gradient = gradients.get(parameter);
          double factor = options.rateFactor().applyAsDouble(name);
          checkRate("the rate factor of '" + name + "'", factor);
          if (gradient != null && factor != 0 && idle.stream().noneMatch(name::startsWith)) {
            updates.add(
                new ParameterUpdate(
                    name, decays(parameter), factor, parameter.getArray(), gradient));
          }
        });
    return updates;
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
    double largest = options.clipNorm() == 0 ? Double.MAX_VALUE : options.clipNorm();
    List<NDArray> gradients = updates.stream().map(ParameterUpdate::gradient).toList();
    try (NDArray norm = model.compute().kernels().clipGlobalNorm(gradients, largest)) {
      return norm.getFloat();
    }
  }
}
