package io.perceiver.run;

import io.perceiver.train.Optimizer;
import io.perceiver.train.Schedule;

/**
 * What moves the weights of one training.
 *
 * @param optimizer how they follow gradients
 * @param schedule how fast, by step
 */
record TrainingRules(Optimizer optimizer, Schedule schedule) {}
