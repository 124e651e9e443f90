package io.perceiver.api.layer;

import org.apiguardian.api.API;

/** The initial weights of the linear maps. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum LinearInit {
  /** Truncated normal of variance 1 / fan-in, bias 0 (Haiku's default, and so DeepMind's). */
  DEEPMIND,
  /** Uniform within ±1 / sqrt(fan-in), bias too (torch's default, and so lucidrains'). */
  TORCH,
  /** Normal of a given standard deviation, bias 0 (krasserm/perceiver-io). */
  NORMAL
}
