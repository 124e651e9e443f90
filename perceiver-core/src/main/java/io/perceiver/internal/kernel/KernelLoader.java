package io.perceiver.internal.kernel;

import ai.djl.engine.Engine;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Finds the fastest kernels for the engine in use. */
public final class KernelLoader {

  private KernelLoader() {}

  /** The engine's own kernels where a module brings them, else the plain ones. */
  public static Kernels load() {
    String engine = Engine.getInstance().getEngineName();
    return first(provider -> provider.engine().equals(engine));
  }

  /**
   * The kernels that are installed, whatever engine they are for; no engine is started. Good for
   * asking what they would cost, not for computing.
   */
  public static Kernels installed() {
    return first(provider -> true);
  }

  private static Kernels first(Predicate<KernelsProvider> wanted) {
    for (KernelsProvider provider :
        ServiceLoader.load(KernelsProvider.class, KernelsProvider.class.getClassLoader())) {
      if (wanted.test(provider)) {
        return provider.kernels();
      }
    }
    return new PlainKernels();
  }
}
