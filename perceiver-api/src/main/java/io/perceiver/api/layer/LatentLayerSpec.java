package io.perceiver.api.layer;

import io.perceiver.api.LatentArraySpec;
import org.apiguardian.api.API;

/**
 * The shapes and settings of the model that a latent layer is created for.
 *
 * @param latents the latents that go in and come out
 * @param attention {@code model.selfAttention}, for layers that use it
 * @param mlp {@code model.mlp}, likewise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LatentLayerSpec(LatentArraySpec latents, AttentionConfig attention, MlpConfig mlp) {}
