package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.head.ClassificationHead;
import io.perceiver.kernel.Activation;
import io.perceiver.kernel.Tape;
import io.perceiver.nn.AttentionConfig;
import io.perceiver.nn.MlpConfig;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import io.perceiver.nn.Weights;
import io.perceiver.train.StepParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Segments that are computed again in the backward pass, and operations with one of their own, give
 * the gradients of the engine's whole graph.
 */
class TapeTest {
  private static final long SEED = 9;
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Leaves as a step makes them, for the engine to differentiate everything by itself. */
  private static final class Leaves extends ParameterStore {
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

  private Perceiver network(Sharing sharing, double dropout) {
    PerceiverConfig base = Networks.trunk(3, List.of(), 2, sharing, sharing);
    PerceiverConfig config =
        new PerceiverConfig(
            base.latents(),
            base.latentChannels(),
            base.iterations(),
            base.crossAttends(),
            base.selfAttends(),
            base.crossAttentionSharing(),
            base.latentSharing(),
            AttentionConfig.ofHeads(1, 8),
            AttentionConfig.ofHeads(2, 4),
            new MlpConfig(2, Activation.GELU, dropout),
            List.of(),
            base.maskedRows(),
            base.init());
    return Perceiver.builder()
        .modality("grid", Networks.grid())
        .modality("points", Networks.scattered())
        .trunk(config)
        .head("label", ClassificationHead.of(3))
        .build()
        .initialize(manager, SEED);
  }

  /** One example lacks its points, so masks are in play; so are the fusion's learned vectors. */
  private Map<String, ByteArray> batch(NDManager pass) {
    Random random = new Random(4);
    NDArray grid = Drawn.normal(random, 2, 6, 2).in(pass);
    NDArray points = Drawn.normal(random, 2, 5, 3).in(pass);
    NDArray places = Drawn.normal(random, 2, 5, 2).in(pass).tanh();
    boolean[] present = new boolean[10];
    Arrays.fill(present, 0, 5, true);
    NDArray mask = pass.create(present, new Shape(2, 5));
    return Map.of(
        "grid", new ByteArray(grid, null, null), "points", new ByteArray(points, places, mask));
  }

  private SortedMap<String, float[]> gradients(Perceiver network, boolean recomputes) {
    try (NDManager step = manager.newSubManager();
        NDManager pass = step.newSubManager()) {
      StepParameters leaves = new StepParameters(step, recomputes, SEED);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray output = network.forward(leaves, batch(pass), true).head("label");
        leaves.backward(collector, loss(output));
      }
      SortedMap<String, float[]> named = new TreeMap<>();
      Map<Parameter, NDArray> gradients = leaves.gradients();
      Weights.named(network)
          .forEach((name, parameter) -> named.put(name, values(gradients.get(parameter))));
      return named;
    }
  }

  private SortedMap<String, float[]> gradientsOfTheEngine(Perceiver network) {
    try (NDManager step = manager.newSubManager();
        NDManager pass = step.newSubManager()) {
      Leaves store = new Leaves(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        collector.backward(loss(network.forward(store, batch(pass), true).head("label")));
      }
      SortedMap<String, float[]> named = new TreeMap<>();
      Weights.named(network)
          .forEach(
              (name, parameter) ->
                  named.put(name, values(store.leaves.get(parameter).getGradient())));
      return named;
    }
  }

  private static float[] values(@Nullable NDArray gradient) {
    return gradient == null ? new float[0] : gradient.toFloatArray();
  }

  private static void assertSame(
      SortedMap<String, float[]> actual, SortedMap<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, values) -> Closeness.assertClose(name, actual.get(name), values, 1e-5));
  }

  @Test
  void ownBackwardPassesGiveTheEnginesGradients() {
    for (Sharing sharing : List.of(Sharing.NONE, Sharing.ALL)) {
      Perceiver network = network(sharing, 0);
      assertSame(gradients(network, false), gradientsOfTheEngine(network));
    }
  }

  @Test
  void aGraphBeforeTheByteArrayThatNobodyCutIsTheEngines() {
    Perceiver network = network(Sharing.NONE, 0);
    try (NDManager step = manager.newSubManager()) {
      NDArray bytes = Drawn.normal(new Random(6), 2, 6, network.trunk().inputChannels()).in(step);
      bytes.setRequiresGradient(true);
      StepParameters leaves = new StepParameters(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray doubled = bytes.add(bytes);
        leaves.backward(collector, loss(network.trunk().forward(leaves, doubled, null, true)));
      }
      NDArray copy = bytes.duplicate();
      copy.attach(step);
      copy.setRequiresGradient(true);
      Leaves store = new Leaves(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray doubled = copy.add(copy);
        collector.backward(loss(network.trunk().forward(store, doubled, null, true)));
      }
      Closeness.assertClose(
          "byte array",
          bytes.getGradient().toFloatArray(),
          copy.getGradient().toFloatArray(),
          1e-5);
      assertThat(copy.getGradient().abs().max().getFloat()).isPositive();
    }
  }

  @Test
  void aLossThatWentPastTheTapeIsNoticed() {
    Perceiver network = network(Sharing.NONE, 0);
    try (NDManager step = manager.newSubManager()) {
      StepParameters leaves = new StepParameters(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        collector.backward(loss(network.forward(leaves, batch(step), true).head("label")));
      }
      assertThatThrownBy(leaves::gradients)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("backward(collector, loss)");
    }
  }

  /** Counts the operations that bring their own backward pass. */
  private static final class Counting extends ParameterStore implements Tape {
    private final StepParameters step;
    private int operations;

    Counting(NDManager manager) {
      super(manager, false);
      step = new StepParameters(manager);
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
      return step.getValue(parameter, device, training);
    }

    @Override
    public boolean recomputes() {
      return false;
    }

    @Override
    public NDArray differentiated(Operation operation, List<NDArray> inputs) {
      operations++;
      return step.differentiated(operation, inputs);
    }

    @Override
    public NDArray cut(NDArray end) {
      return step.cut(end);
    }

    @Override
    public NDArray recomputed(Segment segment, List<NDArray> inputs) {
      return step.recomputed(segment, inputs);
    }
  }

  private int operations(Perceiver network) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      Counting counting = new Counting(step);
      NDArray output = network.forward(counting, batch(step), true).head("label");
      counting.step.backward(collector, loss(output));
      return counting.operations;
    }
  }

  @Test
  void everyCrossAttendBringsItsOwnBackwardPass() {
    Perceiver network = network(Sharing.NONE, 0);
    long attends = network.trunk().steps().stream().filter(step -> step.cross() != null).count();
    assertThat(attends).isPositive();
    assertThat(operations(network)).isEqualTo((int) attends);
  }

  @Test
  void aFrozenTrunkUnderFrozenModalitiesIsNotDifferentiated() {
    Perceiver network = network(Sharing.NONE, 0);
    network.trunk().freezeParameters(true);
    network.fusion().freezeParameters(true);
    assertThat(operations(network)).isZero();
  }

  @Test
  void aByteArrayWithoutElementsIsRefused() {
    Perceiver network = network(Sharing.NONE, 0);
    try (NDManager step = manager.newSubManager()) {
      NDArray none = step.zeros(new Shape(2, 0, network.trunk().inputChannels()));
      StepParameters leaves = new StepParameters(step);
      assertThatThrownBy(() -> network.trunk().forward(leaves, none, null, true))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("without an element to read");
    }
  }

  @Test
  void layersBeforeWhichNothingLearnsAreDifferentiatedToo() {
    Perceiver network = network(Sharing.NONE, 0);
    SortedMap<String, float[]> all = gradients(network, false);
    Parameter latents = Weights.named(network).get("trunk.latents.vectors");
    latents.freeze(true);
    SortedMap<String, float[]> others = gradients(network, false);
    assertThat(others.get("trunk.latents.vectors")).isEmpty();
    all.remove("trunk.latents.vectors");
    others.remove("trunk.latents.vectors");
    assertSame(others, all);
  }

  @Test
  void recomputedGradientsAreThoseOfTheWholeGraph() {
    for (Sharing sharing : List.of(Sharing.NONE, Sharing.ALL)) {
      Perceiver network = network(sharing, 0);
      SortedMap<String, float[]> whole = gradients(network, false);
      assertThat(whole.get("fusion.points"))
          .isNotEqualTo(new float[whole.get("fusion.points").length]);
      assertSame(gradients(network, true), whole);
    }
  }

  @Test
  void aSegmentDropsTheSameWhenItIsComputedAgain() {
    Perceiver network = network(Sharing.NONE, 0.5);
    String latents = "trunk.latents.vectors";
    float[] gradient = gradients(network, true).get(latents);
    float[] start = Weights.named(network).get(latents).getArray().toFloatArray();
    float step = 1e-2f;
    for (int index = 0; index < gradient.length; index += 5) {
      double slope =
          (loss(network, latents, moved(start, index, step))
                  - loss(network, latents, moved(start, index, -step)))
              / (2 * step);
      assertThat((double) gradient[index])
          .as("index " + index)
          .isCloseTo(slope, within(0.02 * Math.abs(slope) + 2e-3));
    }
  }

  private static float[] moved(float[] values, int index, float by) {
    float[] moved = values.clone();
    moved[index] += by;
    return moved;
  }

  private double loss(Perceiver network, String parameter, float[] values) {
    try (NDManager step = manager.newSubManager()) {
      NDArray array = Weights.named(network).get(parameter).getArray();
      array.set(new NDIndex("..."), step.create(values, array.getShape()));
      StepParameters leaves = new StepParameters(step, true, SEED);
      return loss(network.forward(leaves, batch(step), true).head("label")).getFloat();
    }
  }

  private static NDArray loss(NDArray output) {
    return output.logSoftmax(-1).square().sum();
  }
}
