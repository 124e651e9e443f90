package io.perceiver.data;

/**
 * An example that was left out.
 *
 * @param id the example's id
 * @param modality the modality that could not be read
 * @param reason its source and what is wrong with it
 */
public record BadExample(String id, String modality, String reason) {}
