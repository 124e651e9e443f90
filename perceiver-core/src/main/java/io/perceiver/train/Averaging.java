package io.perceiver.train;

/** Which average of the weights a training keeps. */
public enum Averaging {
  /** None: the model is validated and used with the weights themselves. */
  NONE,
  /** An exponential moving average, the more recent the heavier (Polyak and Juditsky 1992). */
  EMA
}
