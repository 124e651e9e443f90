package io.perceiver.it.broken.train;

import io.perceiver.it.broken.nn.Layer;

/** Together with what uses it, a cycle. */
public record Loop(Layer layer) {}
