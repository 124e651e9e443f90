package io.perceiver.head;

import org.apiguardian.api.API;

/** How the error of a number becomes a loss. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum RegressionLossKind {
  /** Its absolute value. */
  L1,
  /** Its square. */
  L2,
  /** Half its square up to a bound, beyond it linear (Huber 1964). */
  HUBER
}
