package io.perceiver.bench.claims;

/** At most how many examples of each split are used. */
record PixelSizes(int train, int validation, int test) {}
