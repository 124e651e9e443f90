/**
 * The loop around {@link io.perceiver.train.TrainingStep}, optimisers, schedules, and evaluation.
 */
@NullMarked
package io.perceiver.internal.train;

import org.jspecify.annotations.NullMarked;
