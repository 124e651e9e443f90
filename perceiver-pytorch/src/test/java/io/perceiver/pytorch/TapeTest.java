package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Segments that are computed again in the backward pass, and operations with one of their own, give
 * the gradients of the engine's whole graph.
 */
class TapeTest {
  private static final long SEED = NetworkGradients.SEED;
  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkGradients gradients = new NetworkGradients(manager);

  @AfterEach
  void close() {
    manager.close();
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

  @Test
  void ownBackwardPassesGiveTheEnginesGradients() {
    for (Sharing sharing : List.of(Sharing.NONE, Sharing.ALL)) {
      Perceiver network = network(sharing, 0);
      NetworkGradients.assertSame(
          gradients.ofAStep(network, false), gradients.ofTheEngine(network));
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
        leaves.backward(
            collector, NetworkGradients.loss(network.trunk().forward(leaves, doubled, null, true)));
      }
      NDArray copy = bytes.duplicate();
      copy.attach(step);
      copy.setRequiresGradient(true);
      NetworkGradients.Leaves store = new NetworkGradients.Leaves(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray doubled = copy.add(copy);
        collector.backward(
            NetworkGradients.loss(network.trunk().forward(store, doubled, null, true)));
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
        collector.backward(gradients.loss(leaves, network, step));
      }
      assertThatThrownBy(leaves::gradients)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("backward(collector, loss)");
    }
  }

  @Test
  void everyCrossAttendBringsItsOwnBackwardPass() {
    Perceiver network = network(Sharing.NONE, 0);
    long attends = network.trunk().steps().stream().filter(step -> step.isCross()).count();
    assertThat(attends).isPositive();
    assertThat(gradients.operations(network)).isEqualTo((int) attends);
  }

  @Test
  void aFrozenTrunkUnderFrozenModalitiesIsNotDifferentiated() {
    Perceiver network = network(Sharing.NONE, 0);
    network.trunk().freezeParameters(true);
    network.fusion().freezeParameters(true);
    assertThat(gradients.operations(network)).isZero();
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
    SortedMap<String, float[]> all = gradients.ofAStep(network, false);
    Parameter latents = Weights.named(network).get("trunk.latents.vectors");
    latents.freeze(true);
    SortedMap<String, float[]> others = gradients.ofAStep(network, false);
    assertThat(others.get("trunk.latents.vectors")).isEmpty();
    all.remove("trunk.latents.vectors");
    others.remove("trunk.latents.vectors");
    NetworkGradients.assertSame(others, all);
  }

  @Test
  void recomputedGradientsAreThoseOfTheWholeGraph() {
    for (Sharing sharing : List.of(Sharing.NONE, Sharing.ALL)) {
      Perceiver network = network(sharing, 0);
      SortedMap<String, float[]> whole = gradients.ofAStep(network, false);
      assertThat(whole.get("fusion.points"))
          .isNotEqualTo(new float[whole.get("fusion.points").length]);
      NetworkGradients.assertSame(gradients.ofAStep(network, true), whole);
    }
  }

  @Test
  void aSegmentDropsTheSameWhenItIsComputedAgain() {
    Perceiver network = network(Sharing.NONE, 0.5);
    String latents = "trunk.latents.vectors";
    float[] gradient = gradients.ofAStep(network, true).get(latents);
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
      return gradients.loss(leaves, network, step).getFloat();
    }
  }
}
