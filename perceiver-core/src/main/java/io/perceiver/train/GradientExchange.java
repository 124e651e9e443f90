package io.perceiver.train;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What passes between the processes of one training. Both methods are called by the thread that
 * trains, once a step, and may wait for others.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface GradientExchange {
  /** Of a training that runs in one process. */
  GradientExchange NONE = updates -> {};

  /**
   * Changes gradients in place, say to their mean over processes, after the backward pass and
   * before clipping.
   *
   * @param updates the parameters that took part in this process's step, in the model's order
   */
  void gradients(List<ParameterUpdate> updates);

  /**
   * Changes parameters in place after they were updated.
   *
   * @param step the step that was taken, from 0
   * @param updates those that were updated
   */
  default void parameters(long step, List<ParameterUpdate> updates) {}
}
