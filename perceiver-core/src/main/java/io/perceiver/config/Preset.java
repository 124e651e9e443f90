package io.perceiver.config;

import io.perceiver.nn.PerceiverConfig;

/**
 * A named trunk to start from.
 *
 * @param name what {@code model.preset} says
 * @param source where its numbers come from, one sentence
 * @param trunk the numbers
 */
public record Preset(String name, String source, PerceiverConfig trunk) {}
