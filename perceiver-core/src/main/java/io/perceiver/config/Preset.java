package io.perceiver.config;

import io.perceiver.nn.PerceiverConfig;
import org.apiguardian.api.API;

/**
 * A named trunk to start from.
 *
 * @param name what {@code model.preset} says
 * @param source where its numbers come from, one sentence
 * @param trunk the numbers
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Preset(String name, String source, PerceiverConfig trunk) {}
