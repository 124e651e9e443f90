package io.perceiver.head;

/** How the error of a number becomes a loss. */
public enum RegressionLossKind {
  /** Its absolute value. */
  L1,
  /** Its square. */
  L2,
  /** Half its square up to a bound, beyond it linear (Huber 1964). */
  HUBER
}
