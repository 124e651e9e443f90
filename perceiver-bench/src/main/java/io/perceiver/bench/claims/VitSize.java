package io.perceiver.bench.claims;

/**
 * The numbers of a vision transformer.
 *
 * @param patch side of a patch
 * @param width of a token
 * @param layers how many
 * @param heads of each, a divisor of the width
 */
record VitSize(int patch, int width, int layers, int heads) {}
