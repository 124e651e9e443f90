package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/** A loss. Numbers it multiplies or divides by go through {@link Scalars}. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Loss {

  /**
   * The loss of every example; differentiable.
   *
   * @param output (batch, …), the head's output
   * @param target (batch, size), what {@link Head#target} wrote; may be any mixture of such rows
   * @return (batch)
   */
  NDArray perExample(NDArray output, NDArray target);
}
