package io.perceiver.it.broken.image;

/** An ordinary part of a modality. */
public record Pixel(int grey) {}
