package io.perceiver.nn;

import org.apiguardian.api.API;

/** Which iterations use the same weights. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Sharing {
  /** Every iteration has its own. */
  NONE,
  /** The first has its own, all later ones share one set. */
  ALL_BUT_FIRST,
  /** All share one set. */
  ALL;

  /** Which set of weights the n-th use takes, from 0. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public int set(int use) {
    return switch (this) {
      case NONE -> use;
      case ALL_BUT_FIRST -> Math.min(use, 1);
      case ALL -> 0;
    };
  }
}
