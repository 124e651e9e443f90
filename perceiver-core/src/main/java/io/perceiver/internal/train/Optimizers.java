package io.perceiver.internal.train;

import io.perceiver.train.OptimizerFactory;
import java.util.Map;

/** The optimisers of this project, by the name a configuration uses. */
public final class Optimizers {

  private Optimizers() {}

  /** Every factory by name. */
  public static Map<String, OptimizerFactory> all() {
    return Map.of(
        "sgd", (config, kernels) -> new Sgd(config.momentum(), config.weightDecay(), kernels),
        "adam", (config, kernels) -> new Adam(config, false, kernels),
        "adamw", (config, kernels) -> new Adam(config, true, kernels),
        "lamb", Lamb::new);
  }
}
