package io.perceiver.nn;

/** What the linear maps start from. */
public enum LinearInit {
  /** Truncated normal of variance 1 / fan-in, bias 0 (Haiku's default, and so DeepMind's). */
  DEEPMIND,
  /** Uniform within ±1 / sqrt(fan-in), bias too (torch's default, and so lucidrains'). */
  TORCH,
  /** Normal of a given standard deviation, bias 0 (krasserm/perceiver-io). */
  NORMAL
}
