/**
 * The Perceiver as DJL Blocks, from layer to model, each usable alone.
 *
 * <p>Letters in shapes: B batch, M elements of the byte array, C its channels, N latents, D their
 * channels, H heads.
 */
@NullMarked
package io.perceiver.nn;

import org.jspecify.annotations.NullMarked;
