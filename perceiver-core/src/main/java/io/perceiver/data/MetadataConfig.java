package io.perceiver.data;

import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * The {@code data} section's own keys if the data set is files with metadata.
 *
 * @param modality which of the model's modalities {@code file_name} names; empty if it has one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetadataConfig(
    @Setting("which modality the column file_name names; empty where the model has one")
        String modality) {}
