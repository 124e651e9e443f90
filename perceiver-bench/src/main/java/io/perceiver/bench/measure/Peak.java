package io.perceiver.bench.measure;

/**
 * The best matrix product of a run.
 *
 * @param side of the square matrices
 * @param flops multiplies and adds, counted apart, per second
 */
public record Peak(int side, Spread flops) {}
