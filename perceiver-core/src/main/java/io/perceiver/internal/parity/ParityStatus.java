package io.perceiver.internal.parity;

/** How a case ended. */
public enum ParityStatus {
  /** Every number within tolerance. */
  PASSED,
  /** A number out of tolerance, or the case could not be run. */
  FAILED,
  /** Of a kind this project does not know. */
  UNSUPPORTED
}
