package io.perceiver.train;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.head.TargetArray;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A target of a batch, and the share of it in what every example is to learn. Examples that were
 * mixed have several.
 *
 * @param target the target
 * @param shares (batch), FLOAT32; null where it is the whole target of every example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MixedTarget(TargetArray target, @Nullable NDArray shares) {

  /** The whole target of every example. */
  public static MixedTarget whole(TargetArray target) {
    return new MixedTarget(target, null);
  }

  /** Returns this with other weights of the examples. */
  MixedTarget weighted(NDArray weights) {
    return new MixedTarget(target.weighted(weights), shares);
  }

  /** Returns the target, its weights multiplied by the shares. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public TargetArray shared() {
    return shares == null ? target : target.weighted(target.weights().mul(shares));
  }
}
