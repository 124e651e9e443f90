package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.perceiver.api.Scalars;
import io.perceiver.api.layer.Activation;
import io.perceiver.internal.kernel.AttentionSize;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.NormWeights;
import io.perceiver.internal.kernel.PlainKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers as one call against the same layers made of plain operations: values and gradients. */
class WholeLayersTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels TORCH = new TorchKernels();
  private static final int Z = AttentionCase.QUERY_CHANNELS;
  private static final int X = AttentionCase.KEY_CHANNELS;

  /** Norm of the latents, of the input, of the MLP, and the MLP. */
  private static final int AROUND = 10;

  @ParameterizedTest
  @MethodSource("io.perceiver.pytorch.AttentionCase#all")
  void crossLayersAreThePlainOnes(AttentionCase attention) {
    List<Drawn> inputs = inputs(attention, Activation.GELU, X);
    Closeness.assertSame(
        Differentiated.of(inputs, cross(TORCH, attention, Activation.GELU)),
        Differentiated.of(inputs, cross(PLAIN, attention, Activation.GELU)));
  }

  @ParameterizedTest
  @EnumSource
  void activationsAreThePlainOnes(Activation activation) {
    AttentionCase attention = AttentionCase.all().findFirst().orElseThrow();
    List<Drawn> inputs = inputs(attention, activation, X);
    Closeness.assertSame(
        Differentiated.of(inputs, cross(TORCH, attention, activation)),
        Differentiated.of(inputs, cross(PLAIN, attention, activation)));
  }

  static Stream<AttentionCase> unmasked() {
    return AttentionCase.all()
        .filter(attention -> attention.mask() == AttentionCase.Mask.NONE && !attention.inverted());
  }

  @ParameterizedTest
  @MethodSource("unmasked")
  void selfLayersAreThePlainOnes(AttentionCase attention) {
    List<Drawn> inputs = inputs(attention, Activation.GELU, Z);
    Closeness.assertSame(
        Differentiated.of(inputs, self(TORCH, attention)),
        Differentiated.of(inputs, self(PLAIN, attention)));
  }

  @Test
  void normalisedRowsHaveMeanZeroAndVarianceOne() {
    List<Drawn> rows = List.of(Drawn.normal(new Random(2), 2, 3, 6));
    Differentiated plain = Differentiated.of(rows, given -> PLAIN.normalise(given.get(0)));
    for (int row = 0; row < 6; row++) {
      double sum = 0;
      double squares = 0;
      for (int c = 0; c < 6; c++) {
        sum += plain.value()[row * 6 + c];
        squares += Math.pow(plain.value()[row * 6 + c], 2);
      }
      assertThat(sum / 6).isBetween(-1e-6, 1e-6);
      assertThat(squares / 6).isBetween(1 - 1e-3, 1 + 1e-3);
    }
    Closeness.assertSame(Differentiated.of(rows, given -> TORCH.normalise(given.get(0))), plain);
  }

  /** Short rows that nothing learns from are normalised in another way than others. */
  @ParameterizedTest
  @ValueSource(ints = {1, 29, 48, 49, 261})
  void rowsOfAnyLengthAreNormalisedAlike(int channels) {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NDArray rows = Drawn.normal(new Random(3), 2, 5, channels).in(manager);
      NDArray far = Scalars.multiply(rows, 30).add(100);
      for (NDArray each : List.of(rows, far, rows.zerosLike())) {
        assertThat(TORCH.normalise(each).toFloatArray())
            .usingComparatorWithPrecision(2e-5f)
            .containsExactly(PLAIN.normalise(each).toFloatArray());
      }
    }
  }

  /** With one head the input is read itself, with four it is not: both ways are tested above. */
  @Test
  void theCasesTakeBothWays() {
    assertThat(size(1).favoursAbsorbing()).isTrue();
    assertThat(size(4).favoursAbsorbing()).isFalse();
  }

  private static AttentionSize size(int heads) {
    return new AttentionSize(
        heads, AttentionCase.QUERIES, AttentionCase.KEYS, Z, X, AttentionCase.QK, AttentionCase.V);
  }

  private static List<Drawn> inputs(AttentionCase attention, Activation activation, int read) {
    Random random = new Random(5);
    long wide = 8L * activation.halves();
    List<Drawn> inputs = new ArrayList<>();
    for (long[] shape :
        new long[][] {{Z}, {Z}, {read}, {read}, {Z}, {Z}, {wide, Z}, {wide}, {Z, 8}, {Z}}) {
      inputs.add(Drawn.normal(random, shape));
    }
    for (Drawn drawn : attention.inputs()) {
      long[] shape = drawn.shape().getShape().clone();
      if (shape.length > 1 && shape[shape.length - 1] == X) {
        shape[shape.length - 1] = read;
      }
      inputs.add(Drawn.normal(random, shape));
    }
    return inputs;
  }

  private static Function<List<NDArray>, NDArray> cross(
      Kernels kernels, AttentionCase attention, Activation activation) {
    return all -> {
      List<NDArray> given = all.subList(AROUND, all.size());
      return kernels.crossLayer(
          given.get(0),
          given.get(1),
          attention.mask(given.get(0).getManager()),
          weights(all, attention, true),
          new LayerOptions(attention.options(), activation, 0),
          null);
    };
  }

  private static Function<List<NDArray>, NDArray> self(Kernels kernels, AttentionCase attention) {
    return all ->
        kernels.selfLayer(
            all.get(AROUND),
            weights(all, attention, false),
            new LayerOptions(attention.options(), Activation.GELU, 0));
  }

  private static LayerWeights weights(List<NDArray> all, AttentionCase attention, boolean reads) {
    return new LayerWeights(
        new NormWeights(all.get(0), all.get(1)),
        reads ? new NormWeights(all.get(2), all.get(3)) : null,
        attention.weights(all.subList(AROUND, all.size())),
        new NormWeights(all.get(4), all.get(5)),
        new MlpWeights(all.get(6), all.get(7), all.get(8), all.get(9)));
  }
}
