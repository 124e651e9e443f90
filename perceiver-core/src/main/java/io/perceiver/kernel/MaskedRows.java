package io.perceiver.kernel;

/** What attention gives where every key is masked. */
public enum MaskedRows {
  /** Zero (DeepMind {@code perceiver.py}, {@code attend}). */
  ZERO,
  /** The mean of all values (lucidrains/perceiver-pytorch), for weights trained with it. */
  UNIFORM
}
