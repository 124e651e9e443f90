/** Training: the loop, optimisers, schedules, evaluation, runs and their checkpoints. */
@NullMarked
package io.perceiver.train;

import org.jspecify.annotations.NullMarked;
