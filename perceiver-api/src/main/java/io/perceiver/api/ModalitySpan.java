package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * The range of one modality in the byte array of a batch.
 *
 * @param modality its name in the model
 * @param from first index
 * @param to one past its last index
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModalitySpan(String modality, int from, int to) {}
