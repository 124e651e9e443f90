package io.perceiver.internal.train;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The optimisers of this project, by the name a configuration uses. */
public final class Optimizers {
  private static final Map<String, BiFunction<OptimizerConfig, Kernels, Optimizer>> BY_TYPE =
      Map.of(
          "sgd", (config, kernels) -> new Sgd(config.momentum(), config.weightDecay(), kernels),
          "adam", (config, kernels) -> new Adam(config, false, kernels),
          "adamw", (config, kernels) -> new Adam(config, true, kernels),
          "lamb", Lamb::new);

  private Optimizers() {}

  /** Returns every factory by name; what it makes computes with the fastest kernels there are. */
  public static Map<String, OptimizerFactory> all() {
    return BY_TYPE.keySet().stream()
        .collect(
            toUnmodifiableMap(type -> type, type -> config -> of(config, KernelLoader.load())));
  }

  /**
   * Makes the optimiser of a configuration.
   *
   * @throws InvalidSpecException if its type is not one of this project's
   */
  public static Optimizer of(OptimizerConfig config, Kernels kernels) {
    BiFunction<OptimizerConfig, Kernels, Optimizer> known = BY_TYPE.get(config.type());
    if (known == null) {
      throw new InvalidSpecException(
          List.of(
              "type: '%s' is not allowed; allowed: %s"
                  .formatted(config.type(), String.join(", ", new TreeSet<>(BY_TYPE.keySet())))));
    }
    return known.apply(config, kernels);
  }
}
