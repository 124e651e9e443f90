package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The byte array in the forms that a trunk's layers read.
 *
 * @param normalised after the kernels' {@link io.perceiver.internal.kernel.Kernels#normalise}, for
 *     the papers' cross-attend; null if no layer reads it
 * @param raw as it is, (batch, M, C); null if no layer reads it
 * @param mask (batch, M), boolean, true = attend; null if all elements are real
 */
record ReadBytes(@Nullable NDArray normalised, @Nullable NDArray raw, @Nullable NDArray mask) {

  /** Returns the arrays there are, for a segment of a tape. */
  List<NDArray> arrays() {
    List<NDArray> arrays = new ArrayList<>();
    if (normalised != null) {
      arrays.add(normalised);
    }
    if (raw != null) {
      arrays.add(raw);
    }
    return arrays;
  }

  /** Returns the same with a segment's own arrays, in the order of {@link #arrays}. */
  ReadBytes with(List<NDArray> arrays) {
    return new ReadBytes(
        normalised == null ? null : arrays.get(0),
        raw == null ? null : arrays.get(arrays.size() - 1),
        mask);
  }

  NDArray requiredNormalised() {
    return Objects.requireNonNull(normalised, "normalised");
  }

  NDArray requiredRaw() {
    return Objects.requireNonNull(raw, "raw");
  }
}
