package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ModalitySpan;
import io.perceiver.api.PerceiverException;
import io.perceiver.nn.FusedBytes;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.ModalityFusion;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.Weights;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FusionTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final ParameterStore parameters = new ParameterStore(manager, false);
  private final Random random = new Random(4);

  @AfterEach
  void close() {
    manager.close();
  }

  private ModalityFusion fusion(Map<String, Integer> widths) {
    ModalityFusion fusion = new ModalityFusion(new TreeMap<>(widths), new FusionConfig(2));
    Weights.initialize(fusion, manager, DataType.FLOAT32, 3);
    return fusion;
  }

  @Test
  void everyModalityIsPaddedToTheWidestPlusTheLeastPadding() {
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5));
    assertThat(fusion.channels()).isEqualTo(7);
    assertThat(fusion.padding("image")).isEqualTo(2);
    assertThat(fusion.padding("sound")).isEqualTo(4);
    assertThat(Weights.named(fusion).keySet()).containsExactly("image", "sound");
  }

  @Test
  void elementsLieByNameEachWithItsModalitysVector() {
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5));
    NDArray sound = Drawn.normal(random, 2, 4, 3).in(manager);
    NDArray image = Drawn.normal(random, 2, 2, 5).in(manager);
    FusedBytes fused =
        fusion.forward(parameters, Map.of("sound", sound, "image", image), Map.of(), false);
    assertThat(fused.spans())
        .containsExactly(new ModalitySpan("image", 0, 2), new ModalitySpan("sound", 2, 6));
    assertThat(fused.bytes().getShape()).isEqualTo(new Shape(2, 6, 7));
    assertThat(fused.mask()).isNull();
    assertThat(fused.bytes().get(new NDIndex(":, 2:6, 0:3")).toFloatArray())
        .isEqualTo(sound.toFloatArray());
    float[] vector = Weights.named(fusion).get("sound").getArray().toFloatArray();
    for (int example = 0; example < 2; example++) {
      for (int index = 2; index < 6; index++) {
        assertThat(fused.bytes().get(new NDIndex("{}, {}, 3:7", example, index)).toFloatArray())
            .isEqualTo(vector);
      }
    }
  }

  @Test
  void oneModalityPassesUnchangedAndLearnsNoVector() {
    ModalityFusion fusion = fusion(Map.of("image", 5));
    NDArray image = Drawn.normal(random, 2, 2, 5).in(manager);
    FusedBytes fused = fusion.forward(parameters, Map.of("image", image), Map.of(), false);
    assertThat(fused.bytes()).isSameAs(image);
    assertThat(fusion.channels()).isEqualTo(5);
    assertThat(Weights.named(fusion)).isEmpty();
  }

  @Test
  void aModalityTheModelDoesNotHaveIsRefusedByName() {
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5));
    NDArray any = manager.ones(new Shape(1, 1, 3));
    assertThatThrownBy(() -> fusion.forward(parameters, Map.of("sond", any), Map.of(), false))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("[sond]")
        .hasMessageContaining("[image, sound]");
  }

  @Test
  void aModalityMissingInOneExampleOfABatchGivesWhatItGivesAlone() {
    Perceiver network = Networks.ofBoth(manager);
    NDArray grid = Drawn.normal(random, 2, 6, 2).in(manager);
    NDArray points = Drawn.normal(random, 2, 5, 3).in(manager);
    NDArray places = Drawn.normal(random, 2, 5, 2).in(manager).tanh();
    boolean[] present = new boolean[10];
    Arrays.fill(present, 0, 5, true);
    NDArray mask = manager.create(present, new Shape(2, 5));
    float[] mixed =
        Networks.latents(
            network,
            Map.of(
                "grid", new ByteArray(grid, null, null),
                "points", new ByteArray(points, places, mask)));

    float[] both =
        Networks.latents(
            network,
            Map.of(
                "grid", new ByteArray(grid.get("0:1"), null, null),
                "points", new ByteArray(points.get("0:1"), places.get("0:1"), null)));
    float[] alone =
        Networks.latents(network, Map.of("grid", new ByteArray(grid.get("1:2"), null, null)));
    int half = mixed.length / 2;
    Closeness.assertClose("with both", Arrays.copyOf(mixed, half), both, 1e-6);
    Closeness.assertClose(
        "with the grid alone", Arrays.copyOfRange(mixed, half, mixed.length), alone, 1e-6);
    assertThat(Closeness.largestDifference(both, Arrays.copyOf(mixed, half)))
        .isLessThan(Closeness.largestDifference(both, alone));
  }
}
