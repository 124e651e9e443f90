package io.perceiver.bench.claims;

import io.perceiver.internal.train.Schedules;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleConfig;
import java.util.List;
import java.util.Objects;

/**
 * What every contestant gets: as many examples, in batches as large, and the same AdamW and
 * schedule; the learning rate is its own.
 *
 * @param epochs times over the training examples
 * @param batchSize examples of a step; an epoch's last, smaller batch is left out
 * @param weightDecay of weights, not of biases and norms
 */
record Budget(int epochs, int batchSize, double weightDecay) {
  /** Share of the steps over which the learning rate rises. */
  private static final double WARM_UP = 0.1;

  /** Returns a copy with a learning rate at its highest. */
  OptimizerConfig optimizer(double learningRate) {
    return new OptimizerConfig("adamw", learningRate, 0, 0.9, 0.999, 1e-8, weightDecay);
  }

  /** Steps of a training on so many examples. */
  int steps(int examples) {
    return epochs * (examples / batchSize);
  }

  /** A rise, then half a cosine to 0. */
  Schedule schedule(int totalSteps) {
    ScheduleConfig config =
        new ScheduleConfig("cosine", (int) (WARM_UP * totalSteps), List.of(), 0.1, 0, 0);
    return Objects.requireNonNull(Schedules.all().get(config.type())).create(config);
  }

  /**
   * In a line.
   *
   * @param learningRate at its highest, or words for it
   */
  String words(Object learningRate) {
    return "%d epochs in batches of %d, AdamW at %s with decay %s, a tenth of warm-up, cosine to 0"
        .formatted(epochs, batchSize, learningRate, weightDecay);
  }
}
