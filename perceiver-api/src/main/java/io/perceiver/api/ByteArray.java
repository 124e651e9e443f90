package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A batch of one modality on the device. Whoever creates it owns the arrays.
 *
 * @param content (batch, index, channel)
 * @param positions (batch, index, axis), or (1, index, axis) if all examples share them; null uses
 *     the first of the shared positions in the modality's spec
 * @param mask (batch, index), true = attend; null if every element is real, and then it costs
 *     nothing
 * @param hidden (batch, index), true = the element is replaced by a learned vector (token masking);
 *     null for none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ByteArray(
    NDArray content,
    @Nullable NDArray positions,
    @Nullable NDArray mask,
    @Nullable NDArray hidden) {

  /** Creates one with no element hidden. */
  public ByteArray(NDArray content, @Nullable NDArray positions, @Nullable NDArray mask) {
    this(content, positions, mask, null);
  }
}
