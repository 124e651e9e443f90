package io.perceiver.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention with its projections, W_o·softmax(Q·Kᵀ / sqrt(d)) V, in which queries can
 * have a different width from keys and values (Perceiver App. C, Perceiver IO App. E.1). It has
 * neither norm nor residual.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AttentionLayer extends Layer {

  /** Creates the layer. */
  protected AttentionLayer() {}

  /**
   * Lets queries read keys and values.
   *
   * @param queries (batch, query, channel)
   * @param keyValues (batch, key, channel); may be {@code queries}
   * @param mask (batch, key), boolean, true = attend; null if all keys are real
   * @return (batch, query, channel), owned by the manager of the queries
   */
  public abstract NDArray forward(
      ParameterStore parameters,
      NDArray queries,
      NDArray keyValues,
      @Nullable NDArray mask,
      boolean training);

  /**
   * Returns the logits and weights that {@link #forward} uses outside training, computed by the
   * plain formula. The arguments are those of {@link #forward}.
   */
  public abstract AttentionMaps maps(
      ParameterStore parameters, NDArray queries, NDArray keyValues, @Nullable NDArray mask);

  /** Returns the cost for one example of that many queries, keys and values. */
  public abstract LayerCost cost(long queries, long keys);
}
