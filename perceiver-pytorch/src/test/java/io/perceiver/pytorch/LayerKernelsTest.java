package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.layer.Activation;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.PlainKernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerKernelsTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels TORCH = new TorchKernels();
  private static final List<Drawn> LINEAR = drawn(new long[][] {{2, 3, 5}, {4, 5}, {4}});
  private static final List<Drawn> NORM = drawn(new long[][] {{2, 3, 6}, {6}, {6}});

  private static List<Drawn> drawn(long[][] shapes) {
    Random random = new Random(5);
    return Arrays.stream(shapes).map(shape -> Drawn.normal(random, shape)).toList();
  }

  private static Function<List<NDArray>, NDArray> linear(Kernels kernels) {
    return given -> kernels.linear(given.get(0), given.get(1), given.get(2));
  }

  private static Function<List<NDArray>, NDArray> norm(Kernels kernels) {
    return given -> kernels.layerNorm(given.get(0), given.get(1), given.get(2));
  }

  private static List<Drawn> mlpInputs(Activation activation) {
    return drawn(
        new long[][] {
          {2, 3, 4}, {8L * activation.halves(), 4}, {8L * activation.halves()}, {4, 8}, {4}
        });
  }

  private static Function<List<NDArray>, NDArray> mlp(Kernels kernels, Activation activation) {
    return given ->
        kernels.mlp(
            given.get(0),
            new MlpWeights(given.get(1), given.get(2), given.get(3), given.get(4)),
            activation,
            0);
  }

  @Test
  void linearIsXTimesTheTransposedWeightPlusBias() {
    double[] x = LINEAR.get(0).values();
    double[] weight = LINEAR.get(1).values();
    double[] expected = new double[2 * 3 * 4];
    for (int row = 0; row < 6; row++) {
      for (int out = 0; out < 4; out++) {
        double sum = LINEAR.get(2).values()[out];
        for (int in = 0; in < 5; in++) {
          sum += x[row * 5 + in] * weight[out * 5 + in];
        }
        expected[row * 4 + out] = sum;
      }
    }
    Closeness.assertClose(
        "linear", Differentiated.of(LINEAR, linear(PLAIN)).value(), expected, 1e-5);
  }

  @Test
  void linearIsTheSameFused() {
    Closeness.assertSame(
        Differentiated.of(LINEAR, linear(TORCH)), Differentiated.of(LINEAR, linear(PLAIN)));
    List<Drawn> unbiased = LINEAR.subList(0, 2);
    Closeness.assertSame(
        Differentiated.of(unbiased, given -> TORCH.linear(given.get(0), given.get(1), null)),
        Differentiated.of(unbiased, given -> PLAIN.linear(given.get(0), given.get(1), null)));
  }

  @Test
  void layerNormHasMeanZeroAndVarianceOneBeforeScaleAndOffset() {
    double[] x = NORM.get(0).values();
    double[] expected = new double[x.length];
    for (int row = 0; row < 6; row++) {
      double mean = 0;
      for (int c = 0; c < 6; c++) {
        mean += x[row * 6 + c] / 6;
      }
      double variance = 0;
      for (int c = 0; c < 6; c++) {
        variance += Math.pow(x[row * 6 + c] - mean, 2) / 6;
      }
      for (int c = 0; c < 6; c++) {
        double normal = (x[row * 6 + c] - mean) / Math.sqrt(variance + 1e-5);
        expected[row * 6 + c] = normal * NORM.get(1).values()[c] + NORM.get(2).values()[c];
      }
    }
    Closeness.assertClose(
        "layerNorm", Differentiated.of(NORM, norm(PLAIN)).value(), expected, 1e-5);
  }

  @Test
  void layerNormIsTheSameFused() {
    Closeness.assertSame(
        Differentiated.of(NORM, norm(TORCH)), Differentiated.of(NORM, norm(PLAIN)));
  }

  @ParameterizedTest
  @EnumSource
  void mlpIsTheSameFused(Activation activation) {
    List<Drawn> inputs = mlpInputs(activation);
    Closeness.assertSame(
        Differentiated.of(inputs, mlp(TORCH, activation)),
        Differentiated.of(inputs, mlp(PLAIN, activation)));
  }

  @ParameterizedTest
  @EnumSource
  void mlpGradientsAreFiniteDifferences(Activation activation) {
    List<Drawn> inputs = mlpInputs(activation);
    Differentiated exact = Differentiated.inDoubles(inputs, mlp(PLAIN, activation));
    for (int i = 0; i < inputs.size(); i++) {
      for (int index = 0; index < inputs.get(i).values().length; index += 3) {
        assertThat(exact.gradients().get(i)[index])
            .as("input %d, index %d", i, index)
            .isCloseTo(
                FiniteDifference.slope(inputs, i, index, mlp(PLAIN, activation)),
                FiniteDifference.ALLOWED);
      }
    }
  }

  @Test
  void layerNormGradientsAreFiniteDifferences() {
    Differentiated exact = Differentiated.inDoubles(NORM, norm(PLAIN));
    for (int i = 0; i < NORM.size(); i++) {
      for (int index = 0; index < NORM.get(i).values().length; index++) {
        assertThat(exact.gradients().get(i)[index])
            .as("input %d, index %d", i, index)
            .isCloseTo(
                FiniteDifference.slope(NORM, i, index, norm(PLAIN)), FiniteDifference.ALLOWED);
      }
    }
  }

  @Test
  void activationsHaveTheirKnownValues() {
    // Φ(1) = 0.841344746; GELU(1) = Φ(1), the tanh approximation gives 0.841191991
    assertThat(activated(Activation.GELU, 1)).isCloseTo(0.841344746, FiniteDifference.ALLOWED);
    assertThat(activated(Activation.GELU_TANH, 1)).isCloseTo(0.841191991, FiniteDifference.ALLOWED);
    // the first half 1, times the GELU of the second half 1
    assertThat(activated(Activation.GEGLU, 1)).isCloseTo(0.841344746, FiniteDifference.ALLOWED);
  }

  /** A network of one channel that passes its input to the activation and its result out. */
  private static double activated(Activation activation, double x) {
    double[] ones = new double[activation.halves()];
    Arrays.fill(ones, 1);
    List<Drawn> inputs =
        List.of(
            new Drawn(new Shape(1, 1, 1), new double[] {x}),
            new Drawn(new Shape(ones.length, 1), ones),
            new Drawn(new Shape(ones.length), new double[ones.length]),
            new Drawn(new Shape(1, 1), new double[] {1}),
            new Drawn(new Shape(1), new double[] {0}));
    return Differentiated.of(inputs, mlp(PLAIN, activation)).value()[0];
  }
}
