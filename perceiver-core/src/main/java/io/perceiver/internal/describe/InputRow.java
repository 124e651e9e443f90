package io.perceiver.internal.describe;

/**
 * One modality on its way into the byte array.
 *
 * @param modality its name
 * @param elements largest number of elements
 * @param channels of an element in the byte array
 * @param explanation where every channel comes from
 */
public record InputRow(String modality, int elements, int channels, String explanation) {}
