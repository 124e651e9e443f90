package io.perceiver.data;

import org.apiguardian.api.API;

/**
 * An example that was left out.
 *
 * @param id the example's id
 * @param modality the modality that could not be read
 * @param reason its source and what is wrong with it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BadExample(String id, String modality, String reason) {}
