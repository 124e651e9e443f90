package io.perceiver.bench.claims;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.Head;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.Evaluation;
import io.perceiver.internal.train.TrainingData;
import io.perceiver.internal.train.TrainingLoop;
import io.perceiver.internal.train.TrainingStart;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModalityInput;
import io.perceiver.train.Model;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Trains contestants on pictures, all of them in the same way. */
final class PixelTraining {
  private static final int EVALUATION_BATCH = 100;
  private static final int THREADS = 2;

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
      long seed)
      throws IOException {
    Pictures train = data.train().shuffled(shuffle, permutation);
    Map<String, Head> heads = Map.of(Pictures.HEAD, ClassificationHead.of(train.classes()));
    try (NDManager memory = compute.newManager()) {
      PixelNetwork network = network(contestant, positions);
      Weights.initialize(network, memory, compute.dataType(), seed);
      Model model = Model.of(network, heads, compute);
      TrainingOutcome outcome = train(model, contestant.learningRate(), train, seed, memory);
      return new Trial(
          key,
          seed,
          accuracy(model, train, Math.min(TRAIN_SAMPLE, train.size())),
          accuracy(model, data.validation().shuffled(shuffle, permutation)),
          accuracy(model, data.test().shuffled(shuffle, permutation)),
          learned(network),
          outcome.seconds());
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

  /** In the loop that every training goes through, with nothing to choose by and nothing kept. */
  private TrainingOutcome train(
      Model model, double learningRate, Pictures pictures, long seed, NDManager memory)
      throws IOException {
    TrainingLoop loop =
        new TrainingLoop(
            "claims",
            model,
            budget.rules(learningRate, pictures.size(), seed, compute.kernels()),
            new TrainingData(pictures.examples(), List.of(), pictures.maker(), THREADS),
            TrainingStart.anew(new OptimizerState(memory)),
            (trained, optimizer, state, best) -> "none",
            List.of());
    return loop.run();
  }

  private static double accuracy(Model model, Pictures pictures) {
    return accuracy(model, pictures, pictures.size());
  }

  private static double accuracy(Model model, Pictures pictures, int count) {
    EvaluationResult result =
        Evaluation.of(
            model,
            pictures.examples().subList(0, count),
            pictures.maker(),
            BatchOptions.evaluation(EVALUATION_BATCH).on(THREADS, THREADS),
            done -> {});
    return Objects.requireNonNull(result.metrics().get(Pictures.HEAD + "/accuracy"));
  }
}
