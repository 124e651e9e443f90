package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A {@link CrossLayer} that can show which elements its latents read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AttentionMapping {

  /**
   * Returns which elements the latents read.
   *
   * @param latents (batch, N, D)
   * @param bytes (batch, M, C)
   * @param mask (batch, M), boolean, true = attend; null if all elements are real
   * @param inverted whether the layer runs in its inverted form; always false unless it is an
   *     {@link InvertibleCrossLayer}
   */
  AttentionMaps maps(
      ParameterStore parameters,
      NDArray latents,
      NDArray bytes,
      @Nullable NDArray mask,
      boolean inverted);
}
