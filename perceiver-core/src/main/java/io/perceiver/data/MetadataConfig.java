package io.perceiver.data;

import io.perceiver.api.Setting;

/**
 * The {@code data} section's own keys if the data set is files with metadata.
 *
 * @param modality which of the model's modalities {@code file_name} names; empty if it has one
 */
public record MetadataConfig(
    @Setting("which modality the column file_name names; empty where the model has one")
        String modality) {}
