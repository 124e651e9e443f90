package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.AttentionWeights;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.LayerOptions;
import io.perceiver.internal.kernel.LayerWeights;
import io.perceiver.internal.kernel.MlpWeights;
import io.perceiver.internal.kernel.NormWeights;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.kernel.Precision;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products of bfloat16 numbers in layers that are float32 in everything else. */
class MixedPrecisionTest {
  private static final Kernels SINGLE = new TorchKernels();
  private static final Kernels MIXED = SINGLE.in(Precision.BFLOAT16);
  private static final int Z = 24;
  private static final int X = 12;
  private static final int KEYS = 40;
  private static final int KEYS_WEIGHT = 3;
  private static final int KEY_BIAS = 18;

  /** Eight bits of significand round by up to 1/256; a layer is a handful of such roundings. */
  private static final double VALUES = 0.01;

  private static final double GRADIENTS = 0.05;

  @ParameterizedTest
  @CsvSource({"1,false,false", "1,true,true", "4,false,true", "4,true,false"})
  void crossLayersAreThoseOfSinglePrecisionWithinRounding(
      int heads, boolean biased, boolean masked) {
    assertRounded(inputs(X, biased), kernels -> cross(kernels, heads, biased, masked));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void selfLayersAreThoseOfSinglePrecisionWithinRounding(boolean biased) {
    assertRounded(
        inputs(Z, biased),
        kernels -> all -> kernels.selfLayer(all.get(0), weights(all, biased, false), options(4)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attentionIsThatOfSinglePrecisionWithinRounding(boolean masked) {
    assertRounded(
        inputs(X, true),
        kernels ->
            all ->
                kernels.attention(
                    all.get(0),
                    all.get(1),
                    masked ? mask(all.get(0).getManager()) : null,
                    attention(all, true),
                    options(4).attention()));
  }

  @ParameterizedTest
  @EnumSource
  void mlpsAreThoseOfSinglePrecisionWithinRounding(Activation activation) {
    Random random = new Random(3);
    int wide = 32 * activation.halves();
    List<Drawn> inputs =
        List.of(
            Drawn.normal(random, 2, 5, Z),
            matrix(random, wide, Z),
            Drawn.normal(random, wide),
            matrix(random, Z, 32),
            Drawn.normal(random, Z));
    assertRounded(
        inputs,
        kernels ->
            all ->
                kernels.mlp(
                    all.get(0),
                    new MlpWeights(all.get(1), all.get(2), all.get(3), all.get(4)),
                    activation,
                    0));
  }

  /** 257 takes nine bits; GELU leaves it as it is. */
  @Test
  void whatIsMultipliedHasEightBits() {
    assertThat(passedOn(SINGLE, 257)).isEqualTo(257);
    assertThat(passedOn(MIXED, 257)).isEqualTo(256);
  }

  @Test
  void residualsKeepEveryBit() {
    List<Drawn> inputs = inputs(X, false);
    inputs.set(5, zeros(inputs.get(5))); // the attention's output
    inputs.set(6, zeros(inputs.get(6)));
    inputs.set(15, zeros(inputs.get(15))); // the MLP's
    inputs.set(16, zeros(inputs.get(16)));
    assertThat(Differentiated.of(inputs, cross(MIXED, 1, false, false)).value())
        .containsExactly(inputs.get(0).values());
  }

  @Test
  void resultsAreSinglePrecision() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDArray> all = inputs(X, false).stream().map(drawn -> drawn.in(manager)).toList();
      assertThat(cross(MIXED, 4, false, true).apply(all).getDataType()).isEqualTo(DataType.FLOAT32);
    }
  }

  @Test
  void aModelLearns(@TempDir Path folder) throws IOException {
    List<Double> losses = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void stepped(StepReport report) {
            losses.add(report.loss());
          }
        };
    TinyRun.of(
            "{batchSize: 12, epochs: 0, steps: 60, optimizer: {learningRate: 1e-2},"
                + " averaging: {type: ema}, activationCheckpointing: true}",
            Samples.noise(12, "train"))
        .withoutDropout()
        .with("device: cpu", "device: cpu\nprecision: bfloat16")
        .train(folder, listener);
    assertThat(losses).allMatch(Double::isFinite);
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) / 4);
  }

  @Test
  void kernelsSayTheirPrecision() {
    assertThat(SINGLE.name()).isEqualTo("torch");
    assertThat(MIXED.name()).isEqualTo("torch bfloat16");
    assertThat(MIXED.in(Precision.FLOAT32).name()).isEqualTo("torch");
  }

  @Test
  void plainKernelsRefuseIt() {
    Kernels plain = new PlainKernels();
    assertThat(plain.in(Precision.FLOAT32)).isSameAs(plain);
    assertThatThrownBy(() -> plain.in(Precision.BFLOAT16))
        .isInstanceOf(PerceiverException.class)
        .hasMessageStartingWith("precision: bfloat16 is not for the plain kernels");
  }

  /** Different from single precision, or nothing was rounded; and not by much. */
  private static void assertRounded(
      List<Drawn> inputs, Function<Kernels, Function<List<NDArray>, NDArray>> function) {
    Differentiated single = Differentiated.of(inputs, function.apply(SINGLE));
    Differentiated mixed = Differentiated.of(inputs, function.apply(MIXED));
    assertThat(error(mixed.value(), single.value())).isBetween(1e-6, VALUES);
    for (int i = 0; i < inputs.size(); i++) {
      double[] expected = single.gradients().get(i);
      // that of the keys' bias is zero but for the rounding of what the keys' weights get
      double size = norm(i == KEY_BIAS ? single.gradients().get(KEYS_WEIGHT) : expected);
      assertThat(norm(difference(mixed.gradients().get(i), expected)))
          .as("gradient of input %d", i)
          .isLessThanOrEqualTo(GRADIENTS * size);
    }
  }

  private static double error(double[] actual, double[] expected) {
    return norm(difference(actual, expected)) / norm(expected);
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }

  private static double[] difference(double[] first, double[] second) {
    double[] difference = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      difference[i] = first[i] - second[i];
    }
    return difference;
  }

  private static double passedOn(Kernels kernels, float x) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray one = manager.create(new float[] {1}, new Shape(1, 1));
      NDArray zero = manager.create(new float[] {0});
      return kernels
          .mlp(
              manager.create(new float[] {x}, new Shape(1, 1, 1)),
              new MlpWeights(one, zero, one, zero),
              Activation.GELU,
              0)
          .getFloat(0, 0, 0);
    }
  }

  /** Latents, input, attention, norms, MLP; weights such that no sum grows. */
  private static List<Drawn> inputs(int read, boolean biased) {
    Random random = new Random(5);
    List<Drawn> inputs = new ArrayList<>();
    inputs.add(Drawn.normal(random, 2, 16, Z));
    inputs.add(Drawn.normal(random, 2, KEYS, read));
    inputs.add(matrix(random, 32, Z));
    inputs.add(matrix(random, 32, read));
    inputs.add(matrix(random, 32, read));
    inputs.add(matrix(random, Z, 32));
    inputs.add(Drawn.normal(random, Z));
    for (int norm = 0; norm < 3; norm++) {
      inputs.add(Drawn.normal(random, norm == 1 ? read : Z));
      inputs.add(Drawn.normal(random, norm == 1 ? read : Z));
    }
    inputs.add(matrix(random, 48, Z));
    inputs.add(Drawn.normal(random, 48));
    inputs.add(matrix(random, Z, 48));
    inputs.add(Drawn.normal(random, Z));
    for (int bias = 0; biased && bias < 3; bias++) {
      inputs.add(Drawn.normal(random, 32));
    }
    return inputs;
  }

  private static Drawn matrix(Random random, int out, int in) {
    double[] values = Drawn.normal(random, out, in).values();
    return new Drawn(
        new Shape(out, in), Arrays.stream(values).map(value -> value / Math.sqrt(in)).toArray());
  }

  private static Drawn zeros(Drawn like) {
    return new Drawn(like.shape(), new double[like.values().length]);
  }

  private static Function<List<NDArray>, NDArray> cross(
      Kernels kernels, int heads, boolean biased, boolean masked) {
    return all ->
        kernels.crossLayer(
            all.get(0),
            all.get(1),
            masked ? mask(all.get(0).getManager()) : null,
            weights(all, biased, true),
            options(heads),
            null);
  }

  private static LayerWeights weights(List<NDArray> all, boolean biased, boolean reads) {
    return new LayerWeights(
        new NormWeights(all.get(7), all.get(8)),
        reads ? new NormWeights(all.get(9), all.get(10)) : null,
        attention(all, biased),
        new NormWeights(all.get(11), all.get(12)),
        new MlpWeights(all.get(13), all.get(14), all.get(15), all.get(16)));
  }

  private static AttentionWeights attention(List<NDArray> all, boolean biased) {
    return new AttentionWeights(
        all.get(2),
        all.get(KEYS_WEIGHT),
        all.get(4),
        all.get(5),
        all.get(6),
        biased ? all.get(17) : null,
        biased ? all.get(KEY_BIAS) : null,
        biased ? all.get(19) : null);
  }

  private static LayerOptions options(int heads) {
    return new LayerOptions(
        new AttentionOptions(heads, MaskedRows.ZERO, false, 0), Activation.GELU, 0);
  }

  /** The second example has no key at all, the first lacks one in three. */
  private static NDArray mask(NDManager manager) {
    boolean[] real = new boolean[2 * KEYS];
    for (int key = 0; key < KEYS; key++) {
      real[key] = key % 3 != 0;
    }
    return manager.create(real, new Shape(2, KEYS));
  }
}
