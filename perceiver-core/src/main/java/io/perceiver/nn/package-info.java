/**
 * The Perceiver as a DJL Block, its hyperparameters, and what the rest of a training needs of a
 * network.
 */
@NullMarked
package io.perceiver.nn;

import org.jspecify.annotations.NullMarked;
