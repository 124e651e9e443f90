package io.perceiver.api.layer;

import io.perceiver.api.LatentArraySpec;
import org.apiguardian.api.API;

/**
 * What a layer of the latent transformer is made for.
 *
 * @param latents the latents that go in and come out
 * @param attention {@code model.selfAttention}, for layers that want it
 * @param mlp {@code model.mlp}, likewise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LatentLayerSpec(LatentArraySpec latents, AttentionConfig attention, MlpConfig mlp) {}
