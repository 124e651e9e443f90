package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.head.Head;
import io.perceiver.api.layer.Activation;
import io.perceiver.api.layer.AttentionConfig;
import io.perceiver.api.layer.MaskedRows;
import io.perceiver.api.layer.MlpConfig;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.Weights;
import io.perceiver.kernel.Precision;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.Sharing;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tape's gradients for what a network need not have: {@link TapeTest} has the common one. */
class TapeOfVariantsTest {
  private static final int ITERATIONS = 3;

  /**
   * Of a gradient's length, for products of numbers of 8 bits through nine layers and back: short
   * gradients are sums that nearly cancel.
   */
  private static final double OF_EACH = 0.2;

  private static final double OF_THE_WHOLE = 0.05;
  private static final double ROUNDED_AT_ALL = 1e-3;

  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkGradients gradients = new NetworkGradients(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  private static PerceiverConfig trunk(
      List<Integer> crossAttends, Sharing sharing, int heads, MaskedRows rows) {
    PerceiverConfig base = Networks.trunk(ITERATIONS, crossAttends, 2, sharing, sharing);
    return new PerceiverConfig(
        base.latents(),
        base.latentChannels(),
        base.iterations(),
        base.crossAttends(),
        base.selfAttends(),
        base.crossAttentionSharing(),
        base.latentSharing(),
        AttentionConfig.ofHeads(heads, 8),
        AttentionConfig.ofHeads(2, 4),
        new MlpConfig(2, Activation.GELU, 0),
        List.of(),
        rows,
        base.init());
  }

  private static PerceiverConfig trunk() {
    return trunk(List.of(), Sharing.NONE, 1, MaskedRows.ZERO);
  }

  private Perceiver network(PerceiverConfig trunk, Kernels kernels, Head head) {
    return Perceiver.builder()
        .modality("grid", Networks.grid())
        .modality("points", Networks.scattered())
        .trunk(trunk)
        .kernels(kernels)
        .head("label", head)
        .build()
        .initialize(manager, NetworkGradients.SEED);
  }

  private Perceiver network(PerceiverConfig trunk) {
    return network(trunk, new TorchKernels(), ClassificationHead.of(3));
  }

  @ParameterizedTest
  @EnumSource
  void iterationsWithoutACrossAttendAreComputedAgainToo(Sharing sharing) {
    Perceiver network = network(trunk(List.of(0, 2), sharing, 1, MaskedRows.ZERO));
    assertThat(gradients.operations(network)).isEqualTo(2);
    gradients.assertTheEnginesOfAStep(network);
  }

  @Test
  void severalHeadsReadTheInputItself() {
    Perceiver network = network(trunk(List.of(), Sharing.ALL_BUT_FIRST, 2, MaskedRows.ZERO));
    assertThat(gradients.operations(network)).isEqualTo(ITERATIONS);
    gradients.assertTheEnginesOfAStep(network);
  }

  @Test
  void aHeadMayReadTheByteArrayThatTheTrunkReads() {
    Perceiver network = network(trunk(), new TorchKernels(), new SquaresHead());
    gradients.assertTheEnginesOfAStep(network);
    // what the head adds goes into what the fusion learns, beside what comes from the trunk
    float[] both = gradients.ofAStep(network, false).get("fusion.points");
    network.trunk().freezeParameters(true);
    Weights.named(network).get("head-label.weight").getArray().set(new float[3]);
    float[] ofTheTrunk = gradients.ofAStep(network, false).get("fusion.points");
    assertThat(Closeness.largestDifference(both, ofTheTrunk)).isGreaterThan(1e-3);
  }

  /** Of the second example every point is masked, and there is nothing else to read. */
  private Perceiver ofPoints(MaskedRows rows, Kernels kernels) {
    return Perceiver.builder()
        .modality("points", Networks.scattered())
        .trunk(trunk(List.of(), Sharing.NONE, 1, rows))
        .kernels(kernels)
        .head("label", ClassificationHead.of(3))
        .build()
        .initialize(manager, NetworkGradients.SEED);
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfWhichNothingIsRealHaveTheirGradients(MaskedRows rows) {
    Perceiver network = ofPoints(rows, new TorchKernels());
    assertThat(gradients.operations(network)).isEqualTo(ITERATIONS);
    gradients.assertTheEnginesOfAStep(network);
    NetworkGradients.assertSame(
        gradients.ofAStep(network, true),
        gradients.ofTheEngine(ofPoints(rows, new PlainKernels())));
  }

  @Test
  void theMeanOfMaskedRowsIsNotZero() {
    String values = "trunk.cross0.attention.valueWeight";
    float[] uniform = gradientOf(values, MaskedRows.UNIFORM);
    float[] zero = gradientOf(values, MaskedRows.ZERO);
    assertThat(Closeness.largestDifference(uniform, zero)).isGreaterThan(1e-3);
  }

  private float[] gradientOf(String name, MaskedRows rows) {
    return gradients.ofAStep(ofPoints(rows, new TorchKernels()), false).get(name);
  }

  @Test
  void inBfloat16TheGradientsAreThoseOfSinglePrecisionButForRounding() {
    Head head = ClassificationHead.of(3);
    SortedMap<String, float[]> single =
        gradients.ofTheEngine(network(trunk(), new TorchKernels(), head));
    Perceiver mixed = network(trunk(), new TorchKernels().in(Precision.BFLOAT16), head);
    assertThat(gradients.operations(mixed)).isEqualTo(ITERATIONS);
    for (boolean recomputes : new boolean[] {false, true}) {
      SortedMap<String, float[]> rounded = gradients.ofAStep(mixed, recomputes);
      single.forEach(
          (name, expected) ->
              assertThat(error(rounded.get(name), expected)).as(name).isLessThan(OF_EACH));
      assertThat(error(whole(rounded), whole(single))).isBetween(ROUNDED_AT_ALL, OF_THE_WHOLE);
    }
  }

  private static float[] whole(SortedMap<String, float[]> gradients) {
    float[] whole = new float[gradients.values().stream().mapToInt(each -> each.length).sum()];
    int from = 0;
    for (float[] each : gradients.values()) {
      System.arraycopy(each, 0, whole, from, each.length);
      from += each.length;
    }
    return whole;
  }

  /** Relative to the gradient's length. */
  private static double error(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double error = 0;
    double size = 0;
    for (int i = 0; i < actual.length; i++) {
      error += Math.pow((double) actual[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(error / size);
  }
}
