package io.perceiver.config;

/**
 * A {@code crossLayer} or {@code latentLayer} section of {@code model}.
 *
 * @param type name of the plugin that makes the layers
 * @param config the plugin's record
 */
public record LayerSection(String type, Record config) {}
