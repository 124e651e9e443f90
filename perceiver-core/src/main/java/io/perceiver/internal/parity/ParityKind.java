package io.perceiver.internal.parity;

import ai.djl.ndarray.NDManager;
import io.perceiver.internal.kernel.Kernels;
import java.io.IOException;

/** A kind of reference case. */
interface ParityKind {

  /** Whether a case is of this kind. */
  boolean accepts(ReferenceCase reference);

  /** Runs a case and compares. */
  void compare(ReferenceCase reference, NDManager manager, Kernels kernels, Comparison comparison)
      throws IOException;
}
