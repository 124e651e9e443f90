package io.perceiver.train;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.function.Consumer;
import org.apiguardian.api.API;

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
 * @param chooseBy what chooses the best checkpoint: a metric as {@code OUTPUT/METRIC}, or {@code
 *     loss}; empty for the first metric of the first output
 * @param patience validations in a row without a better one after which training stops; 0 for never
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
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
        AveragingConfig averaging,
    @Setting(
            "metric that chooses the best checkpoint, such as label/accuracy, or loss; '' for the first")
        String chooseBy,
    @Setting(
            value = "validations without a better one after which training stops; 0: never",
            min = 0)
        int patience) {

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
          AveragingConfig.DEFAULT,
          "",
          0);

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
    problems.check(patience >= 0, "patience", patience, "0 or more");
    problems.check(keepCheckpoints >= 1, "keepCheckpoints", keepCheckpoints, "1 or more");
    problems.throwIfAny();
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public TrainingConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link TrainingConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int batchSize;
    public int accumulation;
    public int epochs;
    public int steps;
    public double clipNorm;
    public int evaluateEvery;
    public int keepCheckpoints;
    public OptimizerConfig optimizer;
    public ScheduleConfig schedule;
    public boolean activationCheckpointing;
    public AveragingConfig averaging;
    public String chooseBy;
    public int patience;

    private Edit(TrainingConfig from) {
      batchSize = from.batchSize;
      accumulation = from.accumulation;
      epochs = from.epochs;
      steps = from.steps;
      clipNorm = from.clipNorm;
      evaluateEvery = from.evaluateEvery;
      keepCheckpoints = from.keepCheckpoints;
      optimizer = from.optimizer;
      schedule = from.schedule;
      activationCheckpointing = from.activationCheckpointing;
      averaging = from.averaging;
      chooseBy = from.chooseBy;
      patience = from.patience;
    }

    private TrainingConfig made() {
      return new TrainingConfig(
          batchSize,
          accumulation,
          epochs,
          steps,
          clipNorm,
          evaluateEvery,
          keepCheckpoints,
          optimizer,
          schedule,
          activationCheckpointing,
          averaging,
          chooseBy,
          patience);
    }
  }
}
