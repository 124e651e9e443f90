package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A batch of one modality on the device. The maker owns the arrays.
 *
 * @param content (batch, index, channel)
 * @param positions (batch, index, axis), or (1, index, axis) where all examples share them; null
 *     takes the first of the positions that the modality's spec shares
 * @param mask (batch, index), true = attend; null when every element is real, and then it costs
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
