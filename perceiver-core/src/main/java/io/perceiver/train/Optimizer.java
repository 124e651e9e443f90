package io.perceiver.train;

import java.util.List;
import org.apiguardian.api.API;

/** Moves parameters along their gradients. Without memory of its own. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Optimizer {

  /**
   * Takes one step.
   *
   * @param updates the parameters that took part; others keep their value and state
   * @param learningRate of this step
   * @param state what is remembered from step to step
   */
  void step(List<ParameterUpdate> updates, double learningRate, OptimizerState state);
}
