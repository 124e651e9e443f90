package io.perceiver.api.layer;

import org.apiguardian.api.API;

/** The activation between the two linear maps of an MLP. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Activation {
  /** x·Φ(x), exact. */
  GELU,
  /** The tanh approximation of GELU, JAX's default and so DeepMind's. */
  GELU_TANH,
  /** Half of the channels times the exact GELU of the other half (lucidrains/perceiver-pytorch). */
  GEGLU;

  /** Returns how many times the hidden width the first linear map's output has. */
  public int halves() {
    return this == GEGLU ? 2 : 1;
  }
}
