package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.KernelLayers;
import io.perceiver.internal.nn.Mlp;
import io.perceiver.internal.nn.Norm;
import io.perceiver.internal.nn.PerceiverTrunk;
import io.perceiver.internal.nn.Weights;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.PerceiverOutput;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trunk and layers used as plain DJL Blocks, and what they say of arrays that do not fit. */
class NetworkBlocksTest {
  private static final PerceiverConfig CONFIG = Networks.trunk();
  private final NDManager manager = NDManager.newBaseManager();
  private final ParameterStore parameters = new ParameterStore(manager, false);
  private final TorchKernels kernels = new TorchKernels();
  private final NDArray latents = Drawn.normal(new Random(1), 2, 4, 8).in(manager);
  private final NDArray bytes = Drawn.normal(new Random(2), 2, 5, 9).in(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray run(Block block, NDArray... inputs) {
    NDList list = new NDList(inputs);
    Weights.initialize(block, manager, DataType.FLOAT32, 1, list.getShapes());
    NDArray output = block.forward(parameters, list, false).singletonOrThrow();
    assertThat(block.getOutputShapes(list.getShapes())).containsExactly(output.getShape());
    return output;
  }

  @Test
  void theTrunkIsABlock() {
    PerceiverTrunk trunk = new PerceiverTrunk(9, CONFIG, kernels);
    NDArray output = run(trunk, bytes);
    assertThat(output.getShape()).isEqualTo(new Shape(2, 4, 8));
    assertThat(output.toFloatArray())
        .isEqualTo(trunk.forward(parameters, bytes, null, false).toFloatArray());
  }

  @Test
  void everyLayerIsABlock() {
    Shape same = latents.getShape();
    LayerFactory layers = KernelLayers.of(CONFIG, kernels);
    assertThat(run(new Norm(8, kernels), latents).getShape()).isEqualTo(same);
    assertThat(run(new Mlp(8, CONFIG.mlp(), CONFIG.init(), kernels), latents).getShape())
        .isEqualTo(same);
    assertThat(
            run(layers.selfAttention(8, CONFIG.selfAttention(), CONFIG.mlp()), latents).getShape())
        .isEqualTo(same);
    assertThat(
            run(layers.crossAttention(8, 9, CONFIG.crossAttention(), CONFIG.mlp()), latents, bytes)
                .getShape())
        .isEqualTo(same);
    assertThat(run(layers.attention(8, 9, CONFIG.crossAttention()), latents, bytes).getShape())
        .isEqualTo(same);
    assertThat(run(layers.attention(8, 9, 5, CONFIG.crossAttention()), latents, bytes).getShape())
        .isEqualTo(new Shape(2, 4, 5));
    assertThat(run(layers.linear(8, 3), latents).getShape()).isEqualTo(new Shape(2, 4, 3));
  }

  @Test
  void aBlockInitializedByDjlItselfRuns() {
    PerceiverTrunk trunk = new PerceiverTrunk(9, CONFIG, kernels);
    trunk.initialize(manager, DataType.FLOAT32, bytes.getShape());
    NDArray output = trunk.forward(parameters, new NDList(bytes), true).singletonOrThrow();
    for (float value : output.toFloatArray()) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void aModelTakesRawArraysAsABlockToo() {
    Perceiver model =
        Perceiver.builder()
            .modality("grid", Networks.grid())
            .trunk(CONFIG)
            .head("label", ClassificationHead.of(3))
            .build();
    NDArray raw = Drawn.normal(new Random(3), 2, 3, 2, 2).in(manager);
    NDArray output = run(model, raw);
    assertThat(output.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(output.toFloatArray()).isEqualTo(model.predict(raw).toFloatArray());
  }

  @Test
  void everyHeadHasItsOutputUnderItsName() {
    Perceiver model =
        Perceiver.builder()
            .modality("grid", Networks.grid())
            .trunk(CONFIG)
            .head("kind", ClassificationHead.of(3))
            .head("size", ClassificationHead.of(2))
            .build()
            .initialize(manager, 1);
    NDArray content = Drawn.normal(new Random(3), 2, 6, 2).in(manager);
    PerceiverOutput output =
        Networks.predict(model, Map.of("grid", new ByteArray(content, null, null)));
    assertThat(output.outputs().keySet()).containsExactly("kind", "size");
    assertThat(output.output("kind").getShape()).isEqualTo(new Shape(2, 3));
    assertThat(output.output("size").getShape()).isEqualTo(new Shape(2, 2));
    assertThatThrownBy(() -> output.output("colour"))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("the model has no output 'colour'; it has [kind, size]");
  }

  @Test
  void aTrunkSaysWhichShapeItExpects() {
    PerceiverTrunk trunk = new PerceiverTrunk(9, CONFIG, kernels);
    Weights.initialize(trunk, manager, DataType.FLOAT32, 1);
    assertThatThrownBy(() -> trunk.forward(parameters, latents, null, false))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "PerceiverTrunk: bytes has shape (2, 4, 8), expected (batch, index, channel) = (any,"
                + " any, 9)");
  }

  @Test
  void aModelSaysWhatItExpectsOfRawArrays() {
    Perceiver model =
        Perceiver.builder()
            .modality("grid", Networks.grid())
            .trunk(CONFIG)
            .build()
            .initialize(manager, 1);
    assertThatThrownBy(() -> model.predict(manager.ones(new Shape(2, 3, 2, 3))))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "grid: the raw array has shape (2, 3, 2, 3), expected (batch, 2 axes, 2 channels)");
    assertThatThrownBy(() -> model.predict(Map.of("gird", manager.ones(new Shape(2, 3, 2, 2)))))
        .isInstanceOf(PerceiverException.class)
        .hasMessage("the model has no modality 'gird'; it has [grid]");
    ByteArray wide = new ByteArray(manager.ones(new Shape(2, 6, 5)), null, null);
    assertThatThrownBy(() -> Networks.predict(model, Map.of("grid", wide)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("(2, 6, 5)")
        .hasMessageContaining("(any, any, 2)");
  }

  @Test
  void scatteredElementsNeedTheirPositions() {
    Perceiver model = Networks.ofPoints(manager);
    ByteArray without = new ByteArray(manager.ones(new Shape(1, 6, 3)), null, null);
    assertThatThrownBy(() -> Networks.predict(model, Map.of("points", without)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("share no positions");
  }
}
