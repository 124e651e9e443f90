package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ByteArray;
import org.jspecify.annotations.Nullable;

/**
 * One modality of a batch, on its way from its encoder to the fusion.
 *
 * @param elements (batch, index, channel), position channels included
 * @param mask (batch, index), boolean, true = real; null where all are
 * @param hidden (batch, index), boolean, true = replaced by a learned vector; null for none
 */
public record EncodedModality(NDArray elements, @Nullable NDArray mask, @Nullable NDArray hidden) {

  /** All elements real, none hidden. */
  public static EncodedModality of(NDArray elements) {
    return new EncodedModality(elements, null, null);
  }

  /**
   * Creates one with the mask of the bytes the elements were made of, and what is hidden of them.
   */
  public static EncodedModality of(NDArray elements, ByteArray bytes) {
    return new EncodedModality(elements, bytes.mask(), bytes.hidden());
  }
}
