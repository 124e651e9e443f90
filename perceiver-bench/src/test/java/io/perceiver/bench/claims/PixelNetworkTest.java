package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.bench.Toy;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.nn.Weights;
import io.perceiver.kernel.Compute;
import io.perceiver.train.DeviceBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PixelNetworkTest {
  private static final Budget BUDGET = new Budget(6, 8, 0.05);
  private static final FourierFeatures FOURIER = FourierFeatures.of(3);
  private static final int CHANNELS = 1 + 2 * (2 * 3 + 1);

  private final Compute compute = Toy.run(Path.of("unused")).compute();
  private final NDManager manager = compute.newManager();
  private final PixelSplits data = PixelCase.halves(48);
  private final PixelTraining training = new PixelTraining(compute, data, BUDGET);
  private final int[] permutation = Permutations.drawn(data.spec().maxElements(), 5);

  @AfterEach
  void close() {
    manager.close();
  }

  private PixelNetwork initialized(Contestant contestant) {
    PixelNetwork network = training.network(contestant, FOURIER);
    Weights.initialize(network, manager, compute.dataType(), 7);
    return network;
  }

  private float[] answers(PixelNetwork network, Shuffle shuffle) {
    Pictures shown = data.test().shuffled(shuffle, permutation);
    try (HostBatch batch = shown.maker().make(shown.examples().subList(0, 4)).orElseThrow()) {
      return Objects.requireNonNull(
              network
                  .outputs(
                      new ParameterStore(manager, false),
                      DeviceBatch.of(batch, manager).inputs(),
                      false)
                  .get(Pictures.HEAD))
          .toFloatArray();
    }
  }

  private double difference(Contestant contestant) {
    PixelNetwork network = initialized(contestant);
    float[] plain = answers(network, Shuffle.NONE);
    float[] permuted = answers(network, Shuffle.AFTER);
    assertThat(plain).hasSize(4 * 2);
    return IntStream.range(0, plain.length)
        .mapToDouble(i -> Math.abs(plain[i] - permuted[i]))
        .max()
        .orElseThrow();
  }

  @Test
  void thePerceiverAnswersTheSameWhereverItsElementsStand() {
    assertThat(difference(Contestants.perceiver())).isLessThan(1e-5);
  }

  @Test
  void whatLooksAtTheGridAnswersOtherwise() {
    assertThat(difference(Contestants.resNet(4))).isGreaterThan(1e-3);
    assertThat(difference(Contestants.vit(new VitSize(4, 16, 1, 2)))).isGreaterThan(1e-3);
  }

  @Test
  void everyContestantLearnsAndLearnsTheSameAgain() throws IOException {
    for (Contestant each :
        new Contestant[] {
          Contestants.perceiver(), Contestants.resNet(4), Contestants.vit(new VitSize(4, 16, 1, 2))
        }) {
      Trial first = training.run("key", each, FOURIER, Shuffle.NONE, permutation, 3);
      assertThat(first.test()).as(each.name()).isGreaterThan(0.9);
      Trial again = training.run("key", each, FOURIER, Shuffle.NONE, permutation, 3);
      assertThat(again.validation()).as(each.name()).isEqualTo(first.validation());
      assertThat(again.parameters()).isEqualTo(first.parameters());
    }
  }

  @Test
  void theResidualNetworkHasTheParametersOfItsLayers() throws IOException {
    int width = 4;
    int stem = CHANNELS * width * 9 + 2 * width;
    int same = 2 * (width * width * 9 + 2 * width);
    int second = halving(width, 2 * width);
    int third = halving(2 * width, 4 * width);
    int classifier = 4 * width * 2 + 2;
    Trial trial =
        training.run("key", Contestants.resNet(width), FOURIER, Shuffle.NONE, permutation, 1);
    assertThat(trial.parameters()).isEqualTo(stem + same + second + third + classifier);
  }

  /**
   * A basic block to twice the filters: two convolutions and the one past them, each normalised.
   */
  private static int halving(int from, int to) {
    return (from * to * 9 + 2 * to) + (to * to * 9 + 2 * to) + (from * to + 2 * to);
  }

  @Test
  void theTransformerHasTheParametersOfItsLayers() {
    int width = 16;
    int tokens = 4;
    int embedding = 16 * CHANNELS * width + width + tokens * width;
    int attention = 2 * width + (width * 3 * width + 3 * width) + (width * width + width);
    int mlp = 2 * width + (width * 2 * width + 2 * width) + (2 * width * width + width);
    int end = 2 * width + width * 2 + 2;
    assertThat(Weights.count(initialized(Contestants.vit(new VitSize(4, width, 1, 2)))))
        .isEqualTo(embedding + attention + mlp + end);
  }

  @Test
  void patchesThatDoNotFillTheGridAreRefused() {
    assertThatThrownBy(() -> training.network(Contestants.vit(new VitSize(3, 16, 1, 2)), FOURIER))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("patches of 3")
        .hasMessageContaining("8 × 8");
  }
}
