package io.perceiver.bench.claims;

import io.perceiver.api.layer.ArrayLayer;
import java.util.function.Function;

/**
 * A network that takes part.
 *
 * @param name in tables
 * @param description its numbers; trainings of another description are not taken for its own
 * @param learningRate its own, chosen on validation pictures
 * @param body makes it, not yet initialized
 */
record Contestant(
    String name, String description, double learningRate, Function<BodySpec, ArrayLayer> body) {}
