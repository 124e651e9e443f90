/**
 * The parts of a head: its Block, targets, losses, metrics and predictions.
 *
 * <p>Letters in shapes: B batch, M elements of the byte array, C its channels, N latents, D their
 * channels.
 */
@NullMarked
package io.perceiver.api.head;

import org.jspecify.annotations.NullMarked;
