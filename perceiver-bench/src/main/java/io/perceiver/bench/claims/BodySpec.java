package io.perceiver.bench.claims;

import io.perceiver.internal.kernel.Kernels;

/**
 * What a body is made for.
 *
 * @param height of the grid
 * @param width of the grid
 * @param channels of an element, position channels included
 * @param classes to tell apart
 * @param kernels that bodies of this project's layers use
 */
record BodySpec(int height, int width, int channels, int classes, Kernels kernels) {}
