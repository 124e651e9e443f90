package io.perceiver.train;

import io.perceiver.api.Problems;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;

/**
 * How steps are taken.
 *
 * @param clipNorm largest global norm of the gradients; 0 for no clipping
 * @param activationCheckpointing whether the backward pass computes iterations of the trunk again
 *     instead of keeping what it needs of them
 * @param seed every draw of a step, such as dropout, is a function of this and of the step
 * @param rateFactor by name of a parameter, what its learning rate is multiplied by; 0 keeps it as
 *     it is
 * @param exchange what passes between the processes of one training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StepOptions(
    double clipNorm,
    boolean activationCheckpointing,
    long seed,
    ToDoubleFunction<String> rateFactor,
    GradientExchange exchange) {

  /** Gradients clipped at a norm of 1, in one process, every parameter at the same rate. */
  public static final StepOptions DEFAULT =
      new StepOptions(1, false, 1, name -> 1, GradientExchange.NONE);

  /** Checks the norm. */
  public StepOptions {
    Problems problems = new Problems("");
    problems.check(clipNorm >= 0 && Double.isFinite(clipNorm), "clipNorm", clipNorm, "0 or more");
    problems.throwIfAny();
  }

  /** Returns the options of a training's configuration. */
  public static StepOptions of(TrainingConfig config, long seed) {
    return new StepOptions(
        config.clipNorm(),
        config.activationCheckpointing(),
        seed,
        DEFAULT.rateFactor,
        DEFAULT.exchange);
  }

  /** Returns these options with other factors of the learning rate, by name of a parameter. */
  public StepOptions withRateFactor(ToDoubleFunction<String> factor) {
    return new StepOptions(clipNorm, activationCheckpointing, seed, factor, exchange);
  }

  /** Returns these options with an exchange between processes. */
  public StepOptions withExchange(GradientExchange other) {
    return new StepOptions(clipNorm, activationCheckpointing, seed, rateFactor, other);
  }
}
