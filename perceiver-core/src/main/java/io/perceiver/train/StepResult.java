package io.perceiver.train;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * The result of one step.
 *
 * @param loss the sum of the outputs' losses, each times its weight
 * @param losses the mean loss of each output that had targets, by name
 * @param gradientNorm the global norm of the gradients before clipping
 * @param times where the time went
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StepResult(
    double loss, Map<String, Double> losses, double gradientNorm, Times times) {

  /** Keeps its own copy of the losses. */
  public StepResult {
    losses = Map.copyOf(losses);
  }

  /** Returns whether loss and gradients are numbers. If not, nothing was updated. */
  public boolean isFinite() {
    return Double.isFinite(loss) && Double.isFinite(gradientNorm);
  }

  /**
   * Seconds of the parts of a step. A GPU computes beside the program: there, a part's time is that
   * of handing over its work, and the backward pass waits for the loss.
   *
   * @param forward arrays, forward pass and loss
   * @param backward backward pass
   * @param clip norm and clipping, and the exchange of gradients before it
   * @param update the optimiser, and the exchange of parameters after it
   */
  public record Times(double forward, double backward, double clip, double update) {
    static final Times NONE = new Times(0, 0, 0, 0);
  }
}
