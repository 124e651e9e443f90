package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.Perceiver;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of a network's parameters by name, for one batch: as a training step makes them, and as
 * the engine does that differentiates everything by itself. The network has the modalities {@code
 * grid} and {@code points} of {@link Networks}, or one of them, and a head {@code label}.
 *
 * @param manager of everything that is made
 */
record NetworkGradients(NDManager manager) {
  static final long SEED = 9;

  /** Leaves as a step makes them, without its tape. */
  static final class Leaves extends ParameterStore {
    private final NDManager step;
    private final Map<Parameter, NDArray> leaves = new LinkedHashMap<>();

    Leaves(NDManager step) {
      super(step, false);
      this.step = step;
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
      return leaves.computeIfAbsent(parameter, p -> leaf(p.getArray()));
    }

    private NDArray leaf(NDArray array) {
      NDArray leaf = array.stopGradient();
      leaf.attach(step);
      leaf.setRequiresGradient(true);
      return leaf;
    }
  }

  /** One example lacks its points, so masks are in play; so are the fusion's learned vectors. */
  Map<String, ByteArray> batch(Perceiver network, NDManager pass) {
    Random random = new Random(4);
    NDArray grid = Drawn.normal(random, 2, 6, 2).in(pass);
    NDArray points = Drawn.normal(random, 2, 5, 3).in(pass);
    NDArray places = Drawn.normal(random, 2, 5, 2).in(pass).tanh();
    boolean[] present = new boolean[10];
    Arrays.fill(present, 0, 5, true);
    NDArray mask = pass.create(present, new Shape(2, 5));
    Map<String, ByteArray> batch = new TreeMap<>();
    batch.put("grid", new ByteArray(grid, null, null));
    batch.put("points", new ByteArray(points, places, mask));
    batch.keySet().retainAll(network.inputs().keySet());
    return batch;
  }

  /** The loss of the batch. */
  NDArray loss(ParameterStore parameters, Perceiver network, NDManager pass) {
    return loss(network.forward(parameters, batch(network, pass), true).output("label"));
  }

  /** Of one more output, where that is differentiated alone. */
  static NDArray loss(NDArray output) {
    return output.logSoftmax(-1).square().sum();
  }

  /** As a training step makes them. */
  SortedMap<String, float[]> ofAStep(Perceiver network, boolean recomputes) {
    try (NDManager step = manager.newSubManager();
        NDManager pass = step.newSubManager()) {
      StepParameters leaves = new StepParameters(step, recomputes, SEED);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        leaves.backward(collector, loss(leaves, network, pass));
      }
      SortedMap<String, float[]> named = new TreeMap<>();
      Map<Parameter, NDArray> gradients = leaves.gradients();
      Weights.named(network)
          .forEach((name, parameter) -> named.put(name, values(gradients.get(parameter))));
      return named;
    }
  }

  /** As the engine makes them of its whole graph. */
  SortedMap<String, float[]> ofTheEngine(Perceiver network) {
    try (NDManager step = manager.newSubManager();
        NDManager pass = step.newSubManager()) {
      Leaves store = new Leaves(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        collector.backward(loss(store, network, pass));
      }
      SortedMap<String, float[]> named = new TreeMap<>();
      Weights.named(network)
          .forEach(
              (name, parameter) -> {
                NDArray leaf = store.leaves.get(parameter);
                named.put(name, values(leaf == null ? null : leaf.getGradient()));
              });
      return named;
    }
  }

  /** How many operations of a step bring their own backward pass. */
  int operations(Perceiver network) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      CountingTape counting = new CountingTape(step);
      counting.backward(collector, loss(counting, network, step));
      return counting.operations();
    }
  }

  /** Empty where a parameter took no part. */
  private static float[] values(@Nullable NDArray gradient) {
    return gradient == null ? new float[0] : gradient.toFloatArray();
  }

  /** A step's gradients are the engine's, whether or not iterations are computed again. */
  void assertTheEnginesOfAStep(Perceiver network) {
    SortedMap<String, float[]> engine = ofTheEngine(network);
    assertSame(ofAStep(network, false), engine);
    assertSame(ofAStep(network, true), engine);
  }

  static void assertSame(SortedMap<String, float[]> actual, SortedMap<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, values) -> Closeness.assertClose(name, actual.get(name), values, 1e-5));
  }
}
