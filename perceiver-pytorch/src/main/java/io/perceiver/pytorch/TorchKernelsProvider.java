package io.perceiver.pytorch;

import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.KernelsProvider;

/** Offers {@link TorchKernels} where DJL runs on PyTorch. */
public final class TorchKernelsProvider implements KernelsProvider {
  /** One for the JVM: the scripts it keeps are compiled once. */
  private static final Kernels KERNELS = new TorchKernels();

  @Override
  public String engine() {
    return "PyTorch";
  }

  @Override
  public Kernels kernels() {
    return KERNELS;
  }
}
