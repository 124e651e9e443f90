package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.Layer;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.KernelLayers;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.PerceiverConfig;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the layers of the api compute with fused kernels is what they compute with plain ones. */
class LayerFactoryTest {
  private static final MlpConfig MLP = new MlpConfig(2, Activation.GEGLU, 0);
  private static final AttentionConfig TWO_HEADS = AttentionConfig.ofHeads(2, 4);

  private final NDManager manager = NDManager.newBaseManager();
  private final NDArray queries = Drawn.normal(new Random(1), 2, 3, 8).in(manager);
  private final NDArray keyValues = Drawn.normal(new Random(2), 2, 5, 6).in(manager);
  private final NDArray mask =
      manager.create(
          new boolean[] {true, true, true, true, false, true, true, false, false, false},
          new Shape(2, 5));

  @AfterEach
  void close() {
    manager.close();
  }

  /** A layer, and a call of it that leads to one array. */
  private record Called<L extends Layer>(L layer, Call<L> call) {
    NDArray run(ParameterStore parameters, boolean training) {
      return call.run(layer, parameters, training);
    }
  }

  private interface Call<L> {
    NDArray run(L layer, ParameterStore parameters, boolean training);
  }

  private static LayerFactory factory(Kernels kernels) {
    return KernelLayers.of(PerceiverConfig.lucidrains(1, 4, 8), kernels);
  }

  private void assertSame(Function<LayerFactory, Called<?>> made) {
    Called<?> fused = initialized(made.apply(factory(new TorchKernels())));
    Called<?> plain = initialized(made.apply(factory(new PlainKernels())));
    Closeness.assertClose("result", values(fused), values(plain), 1e-5);
    Map<String, float[]> expected = gradients(plain);
    assertThat(expected.keySet()).isEqualTo(Weights.named(plain.layer()).keySet());
    Map<String, float[]> actual = gradients(fused);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, each) -> Closeness.assertClose(name, actual.get(name), each, 1e-5));
  }

  private Called<?> initialized(Called<?> called) {
    Weights.initialize(called.layer(), manager, DataType.FLOAT32, 5);
    return called;
  }

  private float[] values(Called<?> called) {
    try (NDManager pass = manager.newSubManager()) {
      return called.run(new ParameterStore(pass, false), false).toFloatArray();
    }
  }

  private Map<String, float[]> gradients(Called<?> called) {
    try (NDManager step = manager.newSubManager()) {
      StepParameters leaves = new StepParameters(step);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        leaves.backward(collector, called.run(leaves, true).square().sum());
      }
      Map<Parameter, NDArray> given = leaves.gradients();
      Map<String, float[]> gradients = new TreeMap<>();
      Weights.named(called.layer())
          .forEach(
              (name, parameter) -> {
                if (given.containsKey(parameter)) {
                  gradients.put(name, given.get(parameter).toFloatArray());
                }
              });
      return gradients;
    }
  }

  @Test
  void attentionBetweenArraysOfDifferentWidths() {
    assertSame(
        layers ->
            new Called<>(
                layers.attention(8, 6, 10, TWO_HEADS),
                (layer, parameters, training) ->
                    layer.forward(parameters, queries, keyValues, mask, training)));
  }

  @Test
  void normMlpAndLinearMaps() {
    assertSame(layers -> new Called<>(layers.norm(8), (l, p, t) -> l.forward(p, queries, t)));
    assertSame(layers -> new Called<>(layers.mlp(8, MLP), (l, p, t) -> l.forward(p, queries, t)));
    assertSame(layers -> new Called<>(layers.linear(8, 3), (l, p, t) -> l.forward(p, queries, t)));
  }

  @Test
  void wholeLayers() {
    assertSame(
        layers ->
            new Called<>(
                layers.selfAttention(8, TWO_HEADS, MLP), (l, p, t) -> l.forward(p, queries, t)));
    assertSame(
        layers ->
            new Called<>(
                layers.crossAttention(8, 6, AttentionConfig.ofHeads(1, 4), MLP),
                (l, p, t) -> l.forward(p, queries, keyValues, mask, t)));
  }

  @Test
  void theLastMapOfAHeadStartsAtZero() {
    Called<?> zero =
        initialized(
            new Called<>(
                factory(new TorchKernels()).zeroLinear(8, 3),
                (l, p, t) -> l.forward(p, queries, t)));
    assertThat(values(zero)).containsOnly(0f);
  }
}
