package io.perceiver.train;

import org.apiguardian.api.API;

/** Makes the optimiser that a configuration names. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface OptimizerFactory {

  /**
   * Makes one.
   *
   * @param config the section {@code training.optimizer}
   */
  Optimizer create(OptimizerConfig config);
}
