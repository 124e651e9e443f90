package io.perceiver.train;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * How a model is trained.
 *
 * @param batchSize examples of one forward pass
 * @param accumulation forward passes whose gradients make one step
 * @param epochs times over the training examples
 * @param steps optimiser steps; 0 lets {@code epochs} decide
 * @param clipNorm largest global norm of the gradients; 0 for no clipping
 * @param evaluateEvery epochs between validations; the last epoch is always validated
 * @param keepCheckpoints how many of the latest checkpoints are kept, besides the best
 * @param optimizer how weights follow gradients
 * @param schedule how the learning rate changes
 * @param activationCheckpointing whether the backward pass computes every iteration of the trunk
 *     again instead of keeping what it needs of it: less memory, more time, the same gradients
 * @param averaging whether an average of the weights is kept, validated and used instead of them
 */
public record TrainingConfig(
    @Setting(value = "examples of one forward pass", min = 1, max = MAX_BATCH) int batchSize,
    @Setting(value = "forward passes whose gradients make one step", min = 1, max = MAX_BATCH)
        int accumulation,
    @Setting(value = "times over the training examples", min = 0) int epochs,
    @Setting(value = "optimiser steps; 0 lets epochs decide", min = 0) int steps,
    @Setting(value = "largest global norm of the gradients; 0 for no clipping", min = 0)
        double clipNorm,
    @Setting(value = "epochs between validations", min = 1) int evaluateEvery,
    @Setting(value = "how many of the latest checkpoints are kept, besides the best", min = 1)
        int keepCheckpoints,
    @Setting("how weights follow gradients") OptimizerConfig optimizer,
    @Setting("how the learning rate changes") ScheduleConfig schedule,
    @Setting("compute iterations again in the backward pass: less memory, more time")
        boolean activationCheckpointing,
    @Setting("an average of the weights, validated and used instead of them")
        AveragingConfig averaging) {

  /** What a configuration that says nothing gets. */
  public static final TrainingConfig DEFAULT =
      new TrainingConfig(
          64,
          1,
          10,
          0,
          1,
          1,
          1,
          OptimizerConfig.DEFAULT,
          ScheduleConfig.DEFAULT,
          false,
          AveragingConfig.DEFAULT);

  private static final int MAX_BATCH = 1 << 20;

  /** Checks the numbers. */
  public TrainingConfig {
    Problems problems = new Problems("");
    problems.checkRange("batchSize", batchSize, 1, MAX_BATCH);
    problems.checkRange("accumulation", accumulation, 1, MAX_BATCH);
    problems.check(steps >= 0, "steps", steps, "0 or more");
    problems.check(
        epochs >= 1 || (epochs == 0 && steps > 0), "epochs", epochs, "1 or more, or 0 with steps");
    problems.check(clipNorm >= 0 && Double.isFinite(clipNorm), "clipNorm", clipNorm, "0 or more");
    problems.check(evaluateEvery >= 1, "evaluateEvery", evaluateEvery, "1 or more");
    problems.check(keepCheckpoints >= 1, "keepCheckpoints", keepCheckpoints, "1 or more");
    problems.throwIfAny();
  }
}
