package io.perceiver.it.broken.api;

/** A type of the API that does not say how far it can be relied on. */
public interface WithoutStatus {}
