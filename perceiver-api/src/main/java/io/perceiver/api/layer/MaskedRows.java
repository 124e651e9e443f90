package io.perceiver.api.layer;

import org.apiguardian.api.API;

/** The result of attention if every key is masked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum MaskedRows {
  /** Zero (DeepMind {@code perceiver.py}, {@code attend}). */
  ZERO,
  /** The mean of all values (lucidrains/perceiver-pytorch), for weights trained with it. */
  UNIFORM
}
