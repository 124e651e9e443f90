package io.perceiver.api.layer;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * The hyperparameters of the layers' MLPs.
 *
 * @param widening w: the hidden layer has w times the channels
 * @param activation the activation between the two linear maps
 * @param dropout probability that an output is dropped in training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MlpConfig(
    @Setting(value = "the hidden layer is this many times as wide", min = 1, max = MAX_WIDENING)
        int widening,
    @Setting("what stands between the two linear maps") Activation activation,
    @Setting(
            value = "probability that an output is dropped in training",
            min = 0,
            max = 1,
            belowMax = true)
        double dropout) {

  private static final int MAX_WIDENING = 1 << 10;

  /** Checks the numbers. */
  public MlpConfig {
    Problems problems = new Problems("");
    problems.checkRange("widening", widening, 1, MAX_WIDENING);
    problems.check(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to below 1");
    problems.throwIfAny();
  }
}
