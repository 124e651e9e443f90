package io.perceiver.internal.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.kernel.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one training step. Each that is asked for becomes a leaf that shares the
 * parameter's memory and collects a gradient; the parameter itself never requires one, so nothing
 * outside the step builds a graph. A parameter that was not asked for took no part in the step.
 *
 * <p>Used by one thread; the leaves live as long as the step's manager.
 */
public final class StepParameters extends ParameterStore implements Tape {
  private final NDManager manager;
  private final boolean recomputes;
  private final long seed;
  private final Map<Parameter, NDArray> leaves = new LinkedHashMap<>();
  private final Deque<Consumer<GradientCollector>> tape = new ArrayDeque<>();
  private int segments;

  /** Creates one for one step that keeps whatever its backward pass needs. */
  public StepParameters(NDManager manager) {
    this(manager, false, 0);
  }

  /**
   * Creates one for one step.
   *
   * @param recomputes whether the backward pass computes segments again instead
   * @param seed of what segments draw, so that they draw the same again
   */
  public StepParameters(NDManager manager, boolean recomputes, long seed) {
    super(manager, false);
    this.manager = manager;
    this.recomputes = recomputes;
    this.seed = seed;
  }

  /** Null for the parameter a Block of DJL's goes without, such as a convolution's bias. */
  @Override
  public @Nullable NDArray getValue(
      @Nullable Parameter parameter, Device device, boolean training) {
    if (parameter == null) {
      return null;
    }
    if (!training || !parameter.requiresGradient()) {
      return parameter.getArray();
    }
    return leaves.computeIfAbsent(parameter, p -> leaf(p.getArray(), manager));
  }

  private static NDArray leaf(NDArray array, NDManager manager) {
    NDArray leaf = array.stopGradient();
    leaf.attach(manager);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  @Override
  public boolean recomputes() {
    return recomputes;
  }

  @Override
  public NDArray cut(NDArray end) {
    NDArray leaf = leaf(end, end.getManager());
    tape.push(collector -> passOn(collector, end, leaf.getGradient()));
    return leaf;
  }

  @Override
  public NDArray differentiated(Operation operation, List<NDArray> inputs) {
    NDManager outside = inputs.get(0).getManager();
    List<NDArray> values = inputs.stream().map(input -> value(input, outside)).toList();
    NDArray result = leaf(operation.forward(values), outside);
    tape.push(
        collector -> {
          List<NDArray> gradients = operation.backward(values, result, result.getGradient());
          for (int i = 0; i < inputs.size(); i++) {
            passOn(collector, inputs.get(i), gradients.get(i));
          }
        });
    return result;
  }

  @Override
  public NDArray recomputed(Segment segment, List<NDArray> inputs) {
    NDManager outside = inputs.get(0).getManager();
    int number = segments++;
    NDArray result;
    try (NDManager scratch = outside.newSubManager()) {
      List<NDArray> values = inputs.stream().map(input -> value(input, scratch)).toList();
      result = leaf(run(segment, number, new Frozen(scratch), values), outside);
    }
    tape.push(collector -> again(collector, segment, number, inputs, result));
    return result;
  }

  private void again(
      GradientCollector collector,
      Segment segment,
      int number,
      List<NDArray> inputs,
      NDArray result) {
    try (NDManager scratch = result.getManager().newSubManager()) {
      List<NDArray> values = new ArrayList<>();
      for (NDArray input : inputs) {
        values.add(input.hasGradient() ? leaf(input, scratch) : value(input, scratch));
      }
      int outer = tape.size();
      passOn(collector, run(segment, number, this, values), result.getGradient());
      backward(collector, outer);
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).hasGradient()) {
          passOn(collector, inputs.get(i), values.get(i).getGradient());
        }
      }
    }
  }

  private NDArray run(Segment segment, int number, ParameterStore store, List<NDArray> values) {
    manager.getEngine().setRandomSeed((int) Seeds.mix(seed, "segment", number));
    return segment.run(store, values);
  }

  private static NDArray value(NDArray array, NDManager manager) {
    NDArray value = array.stopGradient();
    value.attach(manager);
    return value;
  }

  /** A gradient goes on into the graph of the array it is of: d(Σ end · g) = g. */
  private void passOn(GradientCollector collector, NDArray end, NDArray gradient) {
    try (NDManager scratch = end.getManager().newSubManager()) {
      gradient.attach(scratch);
      // the anchor is something to differentiate where nothing before the end learns
      NDArray anchor = scratch.zeros(new Shape());
      anchor.setRequiresGradient(true);
      NDArray weighted = gradient.mul(end);
      collector.backward(weighted.sum().add(anchor));
    }
  }

  /** The gradients of a loss, added to what the leaves have. */
  public void backward(GradientCollector collector, NDArray loss) {
    collector.backward(loss);
    backward(collector, 0);
  }

  private void backward(GradientCollector collector, int outer) {
    while (tape.size() > outer) {
      tape.pop().accept(collector);
    }
  }

  /**
   * The gradient of every parameter that took part; owned by the step's manager.
   *
   * @throws IllegalStateException if the loss did not go through {@link #backward}
   */
  public Map<Parameter, NDArray> gradients() {
    if (!tape.isEmpty()) {
      throw new IllegalStateException(
          "segments of the step are not differentiated yet; call backward(collector, loss) of its"
              + " parameters instead of the collector's");
    }
    Map<Parameter, NDArray> gradients = new LinkedHashMap<>();
    leaves.forEach(
        (parameter, leaf) -> {
          NDArray gradient = leaf.getGradient();
          gradient.attach(manager);
          gradients.put(parameter, gradient);
        });
    return gradients;
  }

  /** Parameters as they are: nothing made of them keeps a graph. */
  private static final class Frozen extends ParameterStore {
    Frozen(NDManager manager) {
      super(manager, false);
    }

    @Override
    public @Nullable NDArray getValue(
        @Nullable Parameter parameter, Device device, boolean training) {
      return parameter == null ? null : parameter.getArray();
    }
  }
}
