package io.perceiver.train;

import org.apiguardian.api.API;

/** How the learning rate changes over a run. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Schedule {

  /** What the base learning rate is multiplied by at a point of the run. */
  double factor(Progress at);

  /**
   * A point of a run.
   *
   * @param step optimiser steps taken before this one, from 0
   * @param totalSteps of the whole run
   * @param epoch times over the training examples so far, with fraction
   */
  record Progress(long step, long totalSteps, double epoch) {}
}
