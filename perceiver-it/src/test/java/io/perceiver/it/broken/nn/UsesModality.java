package io.perceiver.it.broken.nn;

import io.perceiver.it.broken.image.Pixel;

record UsesModality(Pixel pixel) {}
