package io.perceiver.kernel;

import ai.djl.engine.Engine;
import java.util.ServiceLoader;

/** Finds the fastest kernels for the engine in use. */
public final class KernelLoader {

  private KernelLoader() {}

  /** The engine's own kernels where a module brings them, else the plain ones. */
  public static Kernels load() {
    String engine = Engine.getInstance().getEngineName();
    for (KernelsProvider provider :
        ServiceLoader.load(KernelsProvider.class, KernelsProvider.class.getClassLoader())) {
      if (provider.engine().equals(engine)) {
        return provider.kernels();
      }
    }
    return new PlainKernels();
  }
}
