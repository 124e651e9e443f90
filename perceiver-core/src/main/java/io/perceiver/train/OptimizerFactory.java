package io.perceiver.train;

import io.perceiver.internal.kernel.Kernels;

/** Makes the optimiser that a configuration names. */
@FunctionalInterface
public interface OptimizerFactory {

  /** Makes one. */
  Optimizer create(OptimizerConfig config, Kernels kernels);
}
