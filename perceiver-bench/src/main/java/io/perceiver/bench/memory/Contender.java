package io.perceiver.bench.memory;

import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;

/** What a measured process does. */
enum Contender {
  /** Starts the engine: what JVM and libtorch need for nothing. */
  ENGINE("engine alone"),
  /** Trains by the plain formula. */
  PLAIN("plain formula"),
  /** Trains with the engine's kernels. */
  KERNELS("kernels"),
  /** The same, and computes again in the backward pass what it would have to keep. */
  CHECKPOINTED("kernels and activation checkpointing");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** For reports. */
  String label() {
    return label;
  }

  /** The operations it uses; starts the engine. */
  Kernels kernels() {
    Kernels fastest = KernelLoader.load();
    return this == PLAIN ? new PlainKernels() : fastest;
  }
}
