package io.perceiver.it.broken.demo;

import io.perceiver.it.broken.nn.Layer;

record UsesCore(Layer layer) {}
