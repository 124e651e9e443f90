package io.perceiver.train;

import org.apiguardian.api.API;

/**
 * What a training is about to do.
 *
 * @param run its name
 * @param examples training examples
 * @param stepsPerEpoch optimiser steps of an epoch
 * @param totalSteps of the whole run
 * @param firstStep steps taken before, where it goes on from a checkpoint
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TrainingPlan(
    String run, int examples, long stepsPerEpoch, long totalSteps, long firstStep) {}
