/**
 * The types that a plugin sees: the parts of a modality, a position encoding, a head or a dataset
 * format.
 *
 * <p>Letters in shapes: B batch, M elements of the byte array, C its channels, N latents, D their
 * channels. Nothing here knows Guice, an engine, a configuration file or the training loop.
 */
@NullMarked
package io.perceiver.api;

import org.jspecify.annotations.NullMarked;
