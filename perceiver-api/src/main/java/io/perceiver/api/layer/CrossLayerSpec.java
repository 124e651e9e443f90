package io.perceiver.api.layer;

import io.perceiver.api.LatentArraySpec;
import org.apiguardian.api.API;

/**
 * What a cross layer is made for.
 *
 * @param latents the latents that go in and come out
 * @param inputChannels C of the byte array, position channels included
 * @param attention {@code model.crossAttention}, for layers that want it
 * @param mlp {@code model.mlp}, likewise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CrossLayerSpec(
    LatentArraySpec latents, int inputChannels, AttentionConfig attention, MlpConfig mlp) {}
