/**
 * The layers that models consist of, for heads, latent layers and cross layers that depend only on
 * this api. A {@link io.perceiver.api.layer.LayerFactory} creates them with the kernels in use.
 *
 * <p>Letters in shapes: M elements of the byte array, C its channels, N latents, D their channels.
 */
@NullMarked
package io.perceiver.api.layer;

import org.jspecify.annotations.NullMarked;
