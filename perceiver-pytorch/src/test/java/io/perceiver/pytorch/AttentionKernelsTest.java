package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionKernelsTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels TORCH = new TorchKernels();

  @ParameterizedTest
  @MethodSource("io.perceiver.pytorch.AttentionCase#all")
  void plainAttentionIsTheFormula(AttentionCase attention) {
    Differentiated plain = Differentiated.of(attention.inputs(), attention.by(PLAIN));
    Closeness.assertRelativelyClose(
        attention.toString(), plain.value(), new NaiveAttention(attention).output(), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("io.perceiver.pytorch.AttentionCase#all")
  void fusedAttentionHasTheValuesAndGradientsOfThePlainOne(AttentionCase attention) {
    Closeness.assertSame(
        Differentiated.of(attention.inputs(), attention.by(TORCH)),
        Differentiated.of(attention.inputs(), attention.by(PLAIN)));
  }

  @ParameterizedTest
  @MethodSource("io.perceiver.pytorch.AttentionCase#all")
  void gradientsAreFiniteDifferences(AttentionCase attention) {
    List<Drawn> inputs = attention.inputs();
    Function<List<NDArray>, NDArray> function = attention.by(PLAIN);
    Differentiated exact = Differentiated.inDoubles(inputs, function);
    // one number of every input, another for every case
    int pick = Math.abs(attention.hashCode());
    for (int i = 0; i < inputs.size(); i++) {
      int index = pick % inputs.get(i).values().length;
      double slope = FiniteDifference.slope(inputs, i, index, function);
      assertThat(exact.gradients().get(i)[index])
          .as("input %d, index %d", i, index)
          .isCloseTo(slope, FiniteDifference.ALLOWED);
    }
  }

  @ParameterizedTest
  @MethodSource("fullyMasked")
  void aFullyMaskedExampleSendsNoGradientIntoItsQueries(AttentionCase attention) {
    double[] queries =
        Differentiated.of(attention.inputs(), attention.by(TORCH)).gradients().get(0);
    int perExample = queries.length / AttentionCase.BATCH;
    assertThat(Arrays.copyOfRange(queries, 0, perExample)).isNotEqualTo(new double[perExample]);
    assertThat(Arrays.copyOfRange(queries, perExample, queries.length))
        .containsOnly(new double[perExample]);
  }

  static Stream<AttentionCase> fullyMasked() {
    return AttentionCase.all()
        .filter(attention -> attention.mask() == AttentionCase.Mask.FULLY_MASKED_EXAMPLE);
  }
}
