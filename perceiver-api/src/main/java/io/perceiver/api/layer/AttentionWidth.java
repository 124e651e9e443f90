package io.perceiver.api.layer;

import org.apiguardian.api.API;

/** The width of queries, keys and values, all heads together. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AttentionWidth {
  /** Heads × head channels (lucidrains/perceiver-pytorch). */
  HEADS,
  /** The narrower of the query's and the key/value's channels (Perceiver App. C). */
  NARROWER,
  /** The key/value's channels (DeepMind {@code shape_for_attn='kv'}). */
  KEY_VALUE,
  /** The query's channels (DeepMind {@code shape_for_attn='q'}). */
  QUERY
}
