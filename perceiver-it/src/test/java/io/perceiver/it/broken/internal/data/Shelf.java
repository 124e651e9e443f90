package io.perceiver.it.broken.internal.data;

/** For core alone. */
public final class Shelf {}
