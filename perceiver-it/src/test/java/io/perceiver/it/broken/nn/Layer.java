package io.perceiver.it.broken.nn;

/** An ordinary part of core. */
public record Layer(int channels) {}
