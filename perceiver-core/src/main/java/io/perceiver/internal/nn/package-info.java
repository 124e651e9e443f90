/**
 * Layers, encoders and the trunk that {@link io.perceiver.nn.Perceiver} is made of.
 *
 * <p>Letters in shapes: B batch, M elements of the byte array, C its channels, N latents, D their
 * channels, H heads.
 */
@NullMarked
package io.perceiver.internal.nn;

import org.jspecify.annotations.NullMarked;
