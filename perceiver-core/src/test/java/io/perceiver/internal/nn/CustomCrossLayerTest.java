package io.perceiver.internal.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.CrossLayerSpec;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.api.layer.MappingLayer;
import io.perceiver.api.position.LearnedPositions;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cross layer of a stranger's: every latent reads a map of the mean of the real elements. */
class CustomCrossLayerTest {
  private static final PerceiverConfig TRUNK = PerceiverConfig.lucidrains(2, 4, 8);

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  record Settings(boolean masks) {}

  static final class MeanPlugin implements CrossLayerPlugin<Settings> {
    @Override
    public String name() {
      return "mean";
    }

    @Override
    public Settings defaults() {
      return new Settings(true);
    }

    @Override
    public CrossLayer create(Settings settings, CrossLayerSpec spec, LayerFactory layers) {
      return new Mean(settings.masks(), spec, layers);
    }
  }

  private static final class Mean extends CrossLayer {
    private final boolean masks;
    private final MappingLayer map;

    Mean(boolean masks, CrossLayerSpec spec, LayerFactory layers) {
      this.masks = masks;
      map = addChildBlock("map", layers.linear(spec.inputChannels(), spec.latents().channels()));
    }

    @Override
    public NDArray forward(
        ParameterStore parameters,
        NDArray latents,
        NDArray bytes,
        @Nullable NDArray mask,
        boolean training) {
      NDArray mean = bytes.mean(new int[] {1}, true);
      if (mask != null) {
        NDArray real = mask.toType(DataType.FLOAT32, false).expandDims(2);
        mean = bytes.mul(real).sum(new int[] {1}, true).div(real.sum(new int[] {1}, true));
      }
      return latents.add(map.forward(parameters, mean, training));
    }

    @Override
    public boolean readsMasks() {
      return masks;
    }
  }

  private Perceiver network(boolean masks, PerceiverConfig trunk) {
    ByteArraySpec spec = ByteArraySpec.grid(2, "numbers", 5);
    return Perceiver.builder()
        .modality("row", ModalityInput.of(spec, new LearnedPositions(3, 0.5)))
        .trunk(trunk)
        .layers(TrunkLayers.DEFAULT.withCross(new MeanPlugin(), new Settings(masks)))
        .kernels(new PlainKernels())
        .head("label", ClassificationHead.of(3))
        .build()
        .initialize(manager, 3);
  }

  private ByteArray bytes(boolean masked) {
    float[] content = new float[2 * 5 * 2];
    Random random = new Random(1);
    for (int i = 0; i < content.length; i++) {
      content[i] = (float) random.nextGaussian();
    }
    boolean[] real = {true, true, true, true, true, true, true, false, false, false};
    return new ByteArray(
        manager.create(content, new Shape(2, 5, 2)),
        null,
        masked ? manager.create(real, new Shape(2, 5)) : null);
  }

  private Map<String, float[]> gradients(Perceiver network, boolean recomputes) {
    try (NDManager step = manager.newSubManager()) {
      StepParameters leaves = new StepParameters(step, recomputes, 5);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray said = network.forward(leaves, Map.of("row", bytes(true)), true).output("label");
        leaves.backward(collector, said.logSoftmax(-1).square().sum());
      }
      Map<Parameter, NDArray> given = leaves.gradients();
      Map<String, float[]> named = new TreeMap<>();
      Weights.named(network)
          .forEach(
              (name, parameter) -> {
                if (given.containsKey(parameter)) {
                  named.put(name, given.get(parameter).toFloatArray());
                }
              });
      return named;
    }
  }

  /** The input's positions are learned, so a gradient passes every layer into the byte array. */
  @Test
  void itLearnsAlikeWithAndWithoutCheckpointingAndSoDoesWhatItReads() {
    Perceiver network = network(true, TRUNK);
    Map<String, float[]> kept = gradients(network, false);
    Map<String, float[]> again = gradients(network, true);
    assertThat(kept.keySet())
        .isEqualTo(Weights.named(network).keySet())
        .contains("input-row.positions.vectors", "trunk.cross0.map.weight");
    kept.forEach(
        (name, gradient) ->
            assertThat(again.get(name)).as(name).containsExactly(gradient, within(1e-5f)));
    assertThat(kept.get("input-row.positions.vectors")).doesNotContain(0f);
  }

  @Test
  void elementsThatAreNotRealChangeNothing() {
    Perceiver network = network(true, TRUNK);
    ByteArray masked = bytes(true);
    float[] moved = masked.content().toFloatArray();
    for (int i = 14; i < 20; i++) {
      moved[i] = 99;
    }
    ByteArray other = new ByteArray(manager.create(moved, new Shape(2, 5, 2)), null, masked.mask());
    assertThat(answer(network, other)).containsExactly(answer(network, masked), within(1e-6f));
  }

  private float[] answer(Perceiver network, ByteArray row) {
    return network
        .forward(new ParameterStore(manager, false), Map.of("row", row), false)
        .output("label")
        .toFloatArray();
  }

  @Test
  void aMaskThatItDoesNotReadIsRefused() {
    Perceiver network = network(false, TRUNK);
    assertThat(answer(network, bytes(false))).hasSize(6);
    assertThatThrownBy(() -> answer(network, bytes(true)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("model.crossLayer")
        .hasMessageContaining("layers of type 'mean' read no masks");
  }

  @Test
  void formsThatItLacksAreRefusedByItsType() {
    PerceiverConfig inverted = TRUNK.with(c -> c.invertedCrossAttends = List.of(1));
    assertThatThrownBy(() -> network(true, inverted))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("model.invertedCrossAttends")
        .hasMessageContaining("layers of type 'mean' have no inverted form");
    Perceiver network = network(true, TRUNK);
    NDArray latents = manager.zeros(new Shape(2, 4, 8));
    NDArray array = manager.zeros(new Shape(2, 5, 5));
    TrunkStep first = network.trunk().steps().get(0);
    assertThatThrownBy(() -> first.maps(new ParameterStore(manager, false), latents, array, null))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("layers of type 'mean' do not show their attention");
    assertThat(first.cost(4, 5, true)).isEmpty();
  }
}
