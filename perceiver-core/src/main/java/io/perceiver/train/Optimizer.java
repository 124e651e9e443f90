package io.perceiver.train;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.train.Optimizers;
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

  /**
   * Returns an optimiser of this project, for a loop of your own. Starts the engine.
   *
   * @param config its type is {@code sgd}, {@code adam}, {@code adamw} or {@code lamb}; its
   *     learning rate is not looked at, because each step is given one
   * @throws InvalidSpecException if the type is another
   */
  static Optimizer of(OptimizerConfig config) {
    return Optimizers.of(config, KernelLoader.load());
  }
}
