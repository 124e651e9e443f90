/**
 * The layers models are built of, for heads, latent layers and cross layers that see this api
 * alone. A {@link io.perceiver.api.layer.LayerFactory} creates them, with the kernels in use behind
 * them.
 *
 * <p>Letters in shapes: M elements of the byte array, C its channels, N latents, D their channels.
 */
@NullMarked
package io.perceiver.api.layer;

import org.jspecify.annotations.NullMarked;
