package io.perceiver.train;

import org.apiguardian.api.API;

/** Which average of the weights a training keeps. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Averaging {
  /** None: the model is validated and used with the weights themselves. */
  NONE,
  /** An exponential moving average, the more recent the heavier (Polyak and Juditsky 1992). */
  EMA
}
