package io.perceiver.bench.claims;

import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.internal.train.Schedules;
import io.perceiver.internal.train.TrainingRules;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.ScheduleConfig;
import io.perceiver.train.TrainingConfig;
import java.util.List;
import java.util.Objects;

/**
 * What every contestant gets: as many examples, in batches as large, and the same AdamW and
 * schedule; the learning rate is its own.
 *
 * @param epochs times over the training examples
 * @param batchSize examples of a step
 * @param weightDecay of weights, not of biases and norms
 */
record Budget(int epochs, int batchSize, double weightDecay) {
  /** Share of the steps over which the learning rate rises. */
  private static final double WARM_UP = 0.1;

  /** Largest global norm of the gradients. */
  private static final double CLIP_NORM = 1;

  /** Returns what a training does on so many examples: a rise, then half a cosine to 0. */
  TrainingRules rules(double learningRate, int examples, long seed, Kernels kernels) {
    TrainingConfig config =
        TrainingConfig.DEFAULT.with(
            t -> {
              t.epochs = epochs;
              t.batchSize = batchSize;
              t.clipNorm = CLIP_NORM;
              t.optimizer =
                  new OptimizerConfig("adamw", learningRate, 0, 0.9, 0.999, 1e-8, weightDecay);
            });
    int steps = epochs * ((examples + batchSize - 1) / batchSize);
    ScheduleConfig schedule =
        new ScheduleConfig("cosine", (int) (WARM_UP * steps), List.of(), 0.1, 0, 0);
    return new TrainingRules(
        config,
        Optimizers.of(config.optimizer(), kernels),
        Objects.requireNonNull(Schedules.all().get(schedule.type())).create(schedule),
        seed);
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
