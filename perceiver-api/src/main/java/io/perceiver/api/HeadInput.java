package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a head sees.
 *
 * @param latents (batch, index, channel), the trunk's result
 * @param bytes (batch, index, channel), what the trunk attended to: elements with their position
 *     channels, all modalities in sorted order
 * @param mask (batch, index), true = real; null when every element is
 * @param spans where each modality lies in {@code bytes}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HeadInput(
    NDArray latents, NDArray bytes, @Nullable NDArray mask, List<ModalitySpan> spans) {}
