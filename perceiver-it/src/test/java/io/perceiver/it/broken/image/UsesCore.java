package io.perceiver.it.broken.image;

import io.perceiver.it.broken.nn.Layer;

record UsesCore(Layer layer) {}
