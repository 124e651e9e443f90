package io.perceiver.data;

/**
 * The elements of one modality of one example. The arrays belong to whoever asked for them.
 *
 * @param elements how many there are, at least 1
 * @param content (index, channel), row-major
 * @param positions (index, axis), row-major; empty where all examples share them
 */
public record TokenizedExample(int elements, float[] content, float[] positions) {}
