package io.perceiver.internal.kernel;

/** Found by {@link java.util.ServiceLoader}: kernels for one DJL engine. */
public interface KernelsProvider {

  /** The name of the engine, as DJL gives it, such as {@code PyTorch}. */
  String engine();

  /** The kernels. Making them needs no engine; using them does. */
  Kernels kernels();
}
