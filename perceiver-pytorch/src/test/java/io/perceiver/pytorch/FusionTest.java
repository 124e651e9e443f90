package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ModalitySpan;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.nn.EncodedModality;
import io.perceiver.internal.nn.FusedBytes;
import io.perceiver.internal.nn.ModalityFusion;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.Perceiver;
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
    return fusion(widths, FusionConfig.DEFAULT);
  }

  private ModalityFusion fusion(Map<String, Integer> widths, FusionConfig config) {
    ModalityFusion fusion = new ModalityFusion(new TreeMap<>(widths), config);
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
        fusion.forward(
            parameters,
            Map.of("sound", EncodedModality.of(sound), "image", EncodedModality.of(image)),
            false);
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
    FusedBytes fused =
        fusion.forward(parameters, Map.of("image", EncodedModality.of(image)), false);
    assertThat(fused.bytes()).isSameAs(image);
    assertThat(fusion.channels()).isEqualTo(5);
    assertThat(Weights.named(fusion)).isEmpty();
  }

  @Test
  void aModalityTheModelDoesNotHaveIsRefusedByName() {
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5));
    EncodedModality any = EncodedModality.of(manager.ones(new Shape(1, 1, 3)));
    assertThatThrownBy(() -> fusion.forward(parameters, Map.of("sond", any), false))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("[sond]")
        .hasMessageContaining("[image, sound]");
  }

  @Test
  void hiddenElementsAreReplacedWholeByOneLearnedVector() {
    FusionConfig masking = FusionConfig.DEFAULT.withTokenMasking(Map.of("sound", 0.5), false);
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5), masking);
    assertThat(Weights.named(fusion).keySet()).containsExactly("image", "sound", "sound:hidden");
    NDArray sound = Drawn.normal(random, 1, 3, 3).in(manager);
    NDArray image = Drawn.normal(random, 1, 2, 5).in(manager);
    NDArray hidden = manager.create(new boolean[] {false, true, false}, new Shape(1, 3));
    Map<String, EncodedModality> shown =
        Map.of("sound", EncodedModality.of(sound), "image", EncodedModality.of(image));
    Map<String, EncodedModality> partly =
        Map.of(
            "sound", new EncodedModality(sound, null, hidden), "image", EncodedModality.of(image));
    NDArray all = fusion.forward(parameters, shown, true).bytes();
    NDArray some = fusion.forward(parameters, partly, true).bytes();
    float[] vector = Weights.named(fusion).get("sound:hidden").getArray().toFloatArray();
    assertThat(some.get(new NDIndex("0, 3")).toFloatArray()).isEqualTo(vector);
    for (int index : new int[] {0, 1, 2, 4}) {
      NDIndex element = new NDIndex("0, {}", index);
      assertThat(some.get(element).toFloatArray()).isEqualTo(all.get(element).toFloatArray());
    }
    assertThat(some.getManager()).isSameAs(sound.getManager());
  }

  @Test
  void theVectorOfHiddenElementsLearns() {
    FusionConfig masking = FusionConfig.DEFAULT.withTokenMasking(Map.of("sound", 0.5), false);
    ModalityFusion fusion = fusion(Map.of("sound", 3), masking);
    NDArray sound = Drawn.normal(random, 2, 3, 3).in(manager);
    NDArray hidden =
        manager.create(new boolean[] {false, true, false, true, false, false}, new Shape(2, 3));
    StepParameters leaves = new StepParameters(manager);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      Map<String, EncodedModality> batch =
          Map.of("sound", new EncodedModality(sound, null, hidden));
      NDArray bytes = fusion.forward(leaves, batch, true).bytes();
      collector.backward(bytes.sum());
    }
    NDArray gradient = leaves.gradients().get(Weights.named(fusion).get("sound:hidden"));
    assertThat(gradient.toFloatArray()).containsExactly(2, 2, 2); // two elements were replaced
  }

  @Test
  void hidingWithoutTokenMaskingIsRefused() {
    ModalityFusion fusion = fusion(Map.of("sound", 3, "image", 5));
    NDArray hidden = manager.create(new boolean[] {true}, new Shape(1, 1));
    Map<String, EncodedModality> batch =
        Map.of("sound", new EncodedModality(manager.ones(new Shape(1, 1, 3)), null, hidden));
    assertThatThrownBy(() -> fusion.forward(parameters, batch, true))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("'sound'")
        .hasMessageContaining("token masking");
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
