package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * The shape of the latent array.
 *
 * @param latents N
 * @param channels D
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LatentArraySpec(int latents, int channels) {}
