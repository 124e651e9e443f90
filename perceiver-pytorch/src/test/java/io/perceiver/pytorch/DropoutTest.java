package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.Mlp;
import io.perceiver.internal.nn.Weights;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout leaves expectations as they are, and is off outside training. */
class DropoutTest {
  private static final int DRAWS = 40_000;
  private static final double DROPPED = 0.25;

  static Stream<Kernels> kernels() {
    return Stream.of(new PlainKernels(), new TorchKernels());
  }

  @BeforeEach
  void seed() {
    Engine.getInstance().setRandomSeed(17);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void anMlpDropsAShareOfItsOutputsAndScalesUpTheRest(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      // the second linear map ignores the hidden layer: every output is its bias, 1
      MlpWeights weights =
          new MlpWeights(
              manager.ones(new Shape(1, 1)),
              manager.zeros(new Shape(1)),
              manager.zeros(new Shape(1, 1)),
              manager.ones(new Shape(1)));
      float[] outputs =
          kernels
              .mlp(manager.ones(new Shape(1, DRAWS, 1)), weights, Activation.GELU, DROPPED)
              .toFloatArray();
      assertDropped(outputs);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void attentionDropsAShareOfItsWeights(Kernels kernels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray one = manager.ones(new Shape(1, 1));
      NDArray none = manager.zeros(new Shape(1));
      AttentionWeights weights = new AttentionWeights(one, one, one, one, none, null, null, null);
      // one key: its weight is 1 before dropout
      float[] outputs =
          kernels
              .attention(
                  manager.ones(new Shape(1, DRAWS, 1)),
                  manager.ones(new Shape(1, 1, 1)),
                  null,
                  weights,
                  new AttentionOptions(1, MaskedRows.ZERO, false, DROPPED))
              .toFloatArray();
      assertDropped(outputs);
    }
  }

  private static void assertDropped(float[] outputs) {
    double dropped = 0;
    double sum = 0;
    for (float output : outputs) {
      dropped += output == 0 ? 1 : 0;
      sum += output;
      if (output != 0) {
        assertThat(output).isCloseTo((float) (1 / (1 - DROPPED)), within(1e-5f));
      }
    }
    // four standard deviations of such a share are 0.009
    assertThat(dropped / DRAWS).isCloseTo(DROPPED, within(0.01));
    assertThat(sum / DRAWS).isCloseTo(1, within(0.015));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aLayerDropsInTrainingOnly(Kernels kernels) {
    InitConfig init = new InitConfig(1, LinearInit.TORCH, 0.02);
    Mlp mlp = new Mlp(4, new MlpConfig(2, Activation.GELU, 0.5), init, kernels);
    try (NDManager manager = NDManager.newBaseManager()) {
      Weights.initialize(mlp, manager, DataType.FLOAT32, 1);
      NDArray x = manager.ones(new Shape(1, 50, 4));
      ParameterStore parameters = new ParameterStore(manager, false);
      float[] predicted = mlp.forward(parameters, x, false).toFloatArray();
      assertThat(predicted).doesNotContain(0f);
      assertThat(mlp.forward(parameters, x, false).toFloatArray()).isEqualTo(predicted);
      assertThat(mlp.forward(parameters, x, true).toFloatArray()).contains(0f);
    }
  }
}
