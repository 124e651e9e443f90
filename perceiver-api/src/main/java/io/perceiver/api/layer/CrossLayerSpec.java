package io.perceiver.api.layer;

import io.perceiver.api.LatentArraySpec;
import org.apiguardian.api.API;

/**
 * The shapes and settings of the model that a cross layer is created for.
 *
 * @param latents the latents that go in and come out
 * @param inputChannels C of the byte array, including position channels
 * @param attention {@code model.crossAttention}, for layers that use it
 * @param mlp {@code model.mlp}, likewise
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CrossLayerSpec(
    LatentArraySpec latents, int inputChannels, AttentionConfig attention, MlpConfig mlp) {}
