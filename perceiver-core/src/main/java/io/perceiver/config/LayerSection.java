package io.perceiver.config;

import org.apiguardian.api.API;

/**
 * A {@code crossLayer} or {@code latentLayer} section of {@code model}.
 *
 * @param type name of the plugin that makes the layers
 * @param config the plugin's record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LayerSection(String type, Record config) {}
