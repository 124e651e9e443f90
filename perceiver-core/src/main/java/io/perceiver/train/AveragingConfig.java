package io.perceiver.train;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * Whether an average of the weights is kept. Training goes on with the weights themselves; where
 * there are averages, validation, the choice of the best checkpoint, the test, {@code evaluate} and
 * {@code predict} use these.
 *
 * @param type which average
 * @param decay share of the average that a step leaves as it was
 * @param warmup whether step n decays by no more than (1 + n) / (10 + n), so that the first weights
 *     are soon forgotten (the rule of TensorFlow's {@code ExponentialMovingAverage})
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AveragingConfig(
    @Setting("none, or ema: an exponential moving average") Averaging type,
    @Setting(
            value = "ema: share of the average that a step leaves as it was",
            min = 0,
            max = 1,
            belowMax = true)
        double decay,
    @Setting("ema: whether the first steps decay less: step n by no more than (1 + n) / (10 + n)")
        boolean warmup) {
  private static final int WARM_UP = 10;

  /** No average; where one is asked for, over about the last thousand steps. */
  public static final AveragingConfig DEFAULT = new AveragingConfig(Averaging.NONE, 0.999, true);

  /** Checks the numbers. */
  public AveragingConfig {
    Problems problems = new Problems("");
    problems.check(decay >= 0 && decay < 1, "decay", decay, "from 0 to below 1");
    problems.throwIfAny();
  }

  /**
   * The share of the average that stays as it was at a step.
   *
   * @param step from 1
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public double decayAt(long step) {
    return warmup ? Math.min(decay, (1.0 + step) / (WARM_UP + step)) : decay;
  }
}
