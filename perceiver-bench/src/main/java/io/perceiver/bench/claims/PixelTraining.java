package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.Head;
import io.perceiver.bench.subject.Subject;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.Weights;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModalityInput;
import io.perceiver.train.Model;
import io.perceiver.train.Schedule;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Trains contestants on pictures, all of them in the same way. */
final class PixelTraining {
  private static final int EVALUATION_BATCH = 100;

  /** The accuracy on what was learned from is taken on so many of it. */
  private static final int TRAIN_SAMPLE = 2000;

  private final Compute compute;
  private final PixelSplits data;
  private final Budget budget;

  /** Creates one on some pictures, with some budget. */
  PixelTraining(Compute compute, PixelSplits data, Budget budget) {
    this.compute = compute;
    this.data = data;
    this.budget = budget;
  }

  /**
   * Trains and evaluates.
   *
   * @param key under which the result is kept
   * @param permutation of the elements, where there is a shuffle
   * @param seed of weights and of the order of examples: the same for every shuffle
   */
  Trial run(
      String key,
      Contestant contestant,
      PositionEncoding positions,
      Shuffle shuffle,
      int[] permutation,
      long seed) {
    Pictures train = data.train().shuffled(shuffle, permutation);
    Map<String, Head> heads = Map.of(Pictures.HEAD, ClassificationHead.of(train.classes()));
    try (NDManager memory = compute.newManager()) {
      PixelNetwork network = network(contestant, positions);
      Weights.initialize(network, memory, compute.dataType(), seed);
      double seconds;
      try (Subject subject =
          new Subject(
              Model.of(network, heads, compute), budget.optimizer(contestant.learningRate()))) {
        long start = System.nanoTime();
        train(subject, contestant.learningRate(), train, seed);
        seconds = (System.nanoTime() - start) / 1e9;
      }
      return new Trial(
          key,
          seed,
          accuracy(network, train, Math.min(TRAIN_SAMPLE, train.size())),
          accuracy(network, data.validation().shuffled(shuffle, permutation)),
          accuracy(network, data.test().shuffled(shuffle, permutation)),
          learned(network),
          seconds);
    }
  }

  /** A contestant behind its positions, not initialized. */
  PixelNetwork network(Contestant contestant, PositionEncoding positions) {
    ModalityInput input = ModalityInput.of(data.spec(), positions);
    int[] grid = data.train().positions().shape();
    BodySpec spec =
        new BodySpec(grid[0], grid[1], input.channels(), data.train().classes(), compute.kernels());
    return new PixelNetwork(input, contestant.body().apply(spec));
  }

  /** Running means of a batch norm are not learned. */
  private static long learned(PixelNetwork network) {
    return Weights.named(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getShape().size())
        .sum();
  }

  private void train(Subject subject, double learningRate, Pictures train, long seed) {
    int perEpoch = train.size() / budget.batchSize();
    int total = budget.steps(train.size());
    Schedule schedule = budget.schedule(total);
    for (int epoch = 0; epoch < budget.epochs(); epoch++) {
      int[] order = Permutations.drawn(train.size(), Seeds.mix(seed, "order", epoch));
      for (int batch = 0; batch < perEpoch; batch++) {
        int step = epoch * perEpoch + batch;
        double rate =
            learningRate
                * schedule.factor(new Schedule.Progress(step, total, (double) step / perEpoch));
        int from = batch * budget.batchSize();
        int[] examples = Arrays.copyOfRange(order, from, from + budget.batchSize());
        try (NDManager memory = compute.newManager()) {
          subject.step(train.batch(examples, memory), rate);
        }
      }
    }
  }

  private double accuracy(PixelNetwork network, Pictures pictures) {
    return accuracy(network, pictures, pictures.size());
  }

  private double accuracy(PixelNetwork network, Pictures pictures, int count) {
    int right = 0;
    for (int from = 0; from < count; from += EVALUATION_BATCH) {
      int[] examples = IntStream.range(from, Math.min(count, from + EVALUATION_BATCH)).toArray();
      try (NDManager memory = compute.newManager()) {
        NDArray said =
            Objects.requireNonNull(
                network
                    .outputs(
                        new ParameterStore(memory, false),
                        pictures.batch(examples, memory).inputs(),
                        false)
                    .get(Pictures.HEAD));
        long[] classes = said.argMax(1).toLongArray();
        for (int i = 0; i < examples.length; i++) {
          right += classes[i] == pictures.labels()[examples[i]] ? 1 : 0;
        }
      }
    }
    return (double) right / count;
  }
}
